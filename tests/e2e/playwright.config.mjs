// The same reading at `/`, at a deep path and without JavaScript; what needs JavaScript at both paths;
// what does not depend on the path once.

import { defineConfig } from '@playwright/test';

const DEEP = '/deep/sub/path/';

export default defineConfig({
  testDir: '.',
  outputDir: '../../target/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'root', testMatch: ['reading/*.spec.mjs', 'islands/*.spec.mjs', 'explore/*.spec.mjs', 'once/*.spec.mjs'] },
    { name: 'deep', use: { servedAt: DEEP }, testMatch: ['reading/*.spec.mjs', 'islands/*.spec.mjs', 'explore/*.spec.mjs'] },
    {
      name: 'no-script',
      // Chromium skips a view transition when a test looks at a page before its styles are there, and reports that as an
      // uncaught error where scripts are off: where motion is not wanted there are no transitions.
      use: { servedAt: DEEP, javaScriptEnabled: false, contextOptions: { reducedMotion: 'reduce' } },
      testMatch: ['reading/*.spec.mjs'],
    },
  ],
});
