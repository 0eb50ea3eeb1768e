import { defineConfig } from '@playwright/test';

const hub = process.env.HUB_URL ?? 'http://127.0.0.1:8080';

/** Against a running hub that the Story has filled; infra/portal-tests.sh starts one of its own. */
export default defineConfig({
  testDir: 'tests',
  outputDir: process.env.PORTAL_RESULTS ?? '../../.run/portal-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['json', { outputFile: process.env.PORTAL_REPORT ?? '../../.run/portal-results.json' }]],
  use: {
    baseURL: hub,
    screenshot: 'only-on-failure',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Debian's browser as root, and nothing that calls home
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
