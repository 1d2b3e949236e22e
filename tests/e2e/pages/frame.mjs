// What every page has around its middle.

/** Masthead, breadcrumbs and the rest of the frame. */
export class Frame {
  constructor(page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.main = page.getByRole('main');
    this.skip = page.getByRole('link', { name: 'Skip to content' });
    this.menu = page.getByRole('navigation', { name: 'Main' });
    this.menuButton = page.getByRole('button', { name: 'Menu' });
    this.crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
    this.theme = page.getByRole('button', { name: /^Theme/ });
  }

  async open(address) {
    return this.page.goto(address);
  }
}
