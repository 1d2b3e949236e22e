// What every test stands on: the site on a host of its own, and a watch over the browser that fails the test
// on any console error or warning, any page error, any failed request, and any request to elsewhere.

import { test as base } from '@playwright/test';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { host } from './host.mjs';

export { expect } from '@playwright/test';

/** The folder of the built site. */
export const FOLDER = resolve(import.meta.dirname, process.env.SITE ?? '../../dist');

export const test = base.extend({
  /** Below which path the site is served. */
  servedAt: ['/', { option: true, scope: 'worker' }],

  /** The host: `origin`, `root`. */
  site: [async ({ servedAt }, use) => {
    if (!existsSync(`${FOLDER}/index.html`)) {
      throw new Error(`there is no site in ${FOLDER}: \`make build\` makes one`);
    }
    const served = await host(FOLDER, servedAt);
    await use(served);
    await served.close();
  }, { scope: 'worker' }],

  /** Addresses in tests are the site's own, such as `concepts/dual-power/`. */
  baseURL: async ({ site }, use) => use(site.root),

  /** The watch. A test that provokes a failure says so with `watch.expect(/pattern/)`. */
  watch: [async ({ context, site }, use) => {
    const watch = new Watch(site.origin);
    watch.over(context);
    await use(watch);
    const found = watch.faults();
    if (found.length > 0) {
      throw new Error(`the browser complained:\n  ${found.join('\n  ')}`);
    }
  }, { auto: true }],
});

/** What a browser context asked for and complained about. */
class Watch {
  #origin;
  #complaints = [];
  #expected = [];
  /** Every address asked for, in order. */
  requests = [];

  constructor(origin) {
    this.#origin = origin;
  }

  over(context) {
    context.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) {
        this.#complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (fault) => this.#complaints.push(`page error: ${fault.error()}`));
    context.on('request', (request) => {
      this.requests.push(request.url());
      if (!request.url().startsWith(`${this.#origin}/`) && !/^(data|blob):/.test(request.url())) {
        this.#complaints.push(`request to elsewhere: ${request.url()}`);
      }
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#complaints.push(`status ${response.status()}: ${response.url()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // Leaving a page ends what it was still fetching: that is no failure.
      if (reason !== 'net::ERR_ABORTED') this.#complaints.push(`request failed: ${request.url()} ${reason}`);
    });
  }

  /** Complaints that match are part of the test. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** The paths asked for whose end matches. */
  asked(pattern) {
    return this.requests.map((url) => new URL(url).pathname).filter((path) => pattern.test(path));
  }

  faults() {
    return this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }
}
