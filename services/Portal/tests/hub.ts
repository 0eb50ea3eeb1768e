import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';

export interface Person {
  role: string;
  name: string;
  organisation: string;
  organisationId: string;
  email: string;
  password: string;
  secret: string;
}

interface Demo {
  people: Person[];
  clients: { role: string; organisation: string; organisationId: string; ceptoar: string | null; clientId: string; clientSecret: string }[];
  groups: { id: string; name: string; kind: string }[];
}

const hubDir = resolve(process.env.HUB_DIR ?? '../../.run');
export const demo: Demo = JSON.parse(readFileSync(`${hubDir}/demo.json`, 'utf8'));
const screenshots = resolve(process.env.PORTAL_SCREENSHOTS ?? '../../.run/portal-screenshots');

export function person(role: string): Person {
  const found = demo.people.find(p => p.role === role);
  if (!found) throw new Error(`Nobody in ${hubDir}/demo.json is ${role}.`);
  return found;
}

/** The code that an authenticator app shows some steps of 30 s from now (RFC 6238). */
function totp(secret: string, steps: number): string {
  const bits = [...secret].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const claimed = `${hubDir}/portal-codes`;

/**
 * A code that counts: each does so once, and those before it no more. Three steps to either side are taken, so seven sign-ins of one
 * person fit at once; which of them are used up is kept beside the hub, for wrong codes lock its person out. That of the enrolment is.
 */
export async function nextCode({ email, secret }: Person): Promise<string> {
  const present = () => Math.floor(Date.now() / 30_000);
  const enrolled = Math.floor(statSync(`${hubDir}/demo.json`).mtimeMs / 30_000);
  mkdirSync(claimed, { recursive: true });
  let step = Math.max(
    present() - 2,
    enrolled + 1,
    ...readdirSync(claimed).flatMap(name => (name.startsWith(`${email} `) ? [Number(name.slice(email.length + 1)) + 1] : [])),
  );
  while (!claim(`${claimed}/${email} ${step}`)) step++;
  while (step > present() + 3) await new Promise(resolve => setTimeout(resolve, 500));
  return totp(secret, step - present());
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Signs a person in by the API; the browser keeps the cookie as after the form. */
export async function signIn(context: BrowserContext, role: string): Promise<Person> {
  const who = person(role);
  const attempt = async () =>
    (
      await context.request.post('/api/token', {
        data: { grantType: 'password', email: who.email, password: who.password, totp: await nextCode(who), cookie: true },
      })
    ).status();
  // of two workers that sign the same person in at once, the later code may be the first to arrive
  const status = await attempt();
  expect(status === 401 ? await attempt() : status, `${role} signs in`).toBe(200);
  return who;
}

/** Ends the session of a context, and no other of the same person: other tests work as it at the same time. */
export async function endSession({ request }: BrowserContext): Promise<void> {
  const { accessToken } = await (await request.post('/api/token', { data: { grantType: 'refresh', cookie: true } })).json();
  const headers = { Authorization: `Bearer ${accessToken}` };
  const { items } = await (await request.get('/api/me/sessions', { headers })).json();
  const { id } = items.find((session: { current: boolean }) => session.current);
  expect((await request.delete(`/api/me/sessions/${id}`, { headers })).status()).toBe(204);
}

/** Calls the API as a system of the demonstration. */
export async function asClient(
  match: (client: Demo['clients'][number]) => boolean,
): Promise<(method: string, path: string, body?: unknown) => Promise<Response>> {
  const client = demo.clients.find(match);
  const hub = process.env.HUB_URL ?? 'http://127.0.0.1:8080';
  const json = { 'Content-Type': 'application/json' };
  const signedIn = await fetch(`${hub}/api/token`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ grantType: 'client', clientId: client?.clientId, clientSecret: client?.clientSecret }),
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  return (method, path, body) =>
    fetch(hub + path, {
      method,
      headers: { ...json, Authorization: `Bearer ${accessToken}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

/** An advisory of an analyst for T-CEPTOAR, handed on by the ministry, so that it waits for the secretariat. */
export async function advisoryAtSecretariat(content: object, note: string | null = null): Promise<string> {
  const analyst = await asClient(c => c.role === 'analyst');
  const ministry = person('liaison').organisation;
  const liaison = await asClient(c => c.role === 'liaison' && c.organisation === ministry);
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const made = await analyst('POST', '/api/advisories', { template: 'alert', tlp: 'AMBER', audience: [group?.id], ...content });
  expect(made.status).toBe(201);
  const { id, revision } = (await made.json()) as { id: string; revision: number };
  expect((await analyst('POST', `/api/advisories/${id}/release`, { revision })).status).toBe(200);
  await expect(async () => expect((await liaison('POST', `/api/advisories/${id}/relay`, { note })).status).toBe(200)).toPass();
  return id;
}

/** An advisory that the ministry and the secretariat of T-CEPTOAR have handed on: every member has it. */
export async function advisoryAtMembers(content: object): Promise<string> {
  const id = await advisoryAtSecretariat(content);
  const secretariat = await asClient(c => c.role === 'secretariat' && c.ceptoar === 'telecom');
  await expect(async () => expect((await secretariat('POST', `/api/advisories/${id}/relay`, { note: null })).status).toBe(200)).toPass();
  const member = await asClient(c => c.organisationId === person('operator').organisationId);
  await expect.poll(async () => (await member('GET', `/api/advisories/${id}`)).status).toBe(200);
  return id;
}

const sessions = new Map<string, Promise<BrowserContext>>();

/** One browser context a role and worker: few sign-ins, as the hub counts them. */
function contextOf(browser: Browser, role: string): Promise<BrowserContext> {
  let context = sessions.get(role);
  if (!context) {
    context = browser.newContext().then(async made => {
      await signIn(made, role);
      return made;
    });
    sessions.set(role, context);
  }
  return context;
}

/**
 * `as('operator')` opens a page as that person. What the page writes to the console as an error, but for answers of the API, fails
 * the test: so does anything that the Content-Security-Policy refuses.
 */
export const test = base.extend<{ as: (role: string, path?: string) => Promise<Page>; watched: (page: Page) => Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  watched: async ({}, use) => {
    const wrong: string[] = [];
    await use(page => {
      page.on('pageerror', error => wrong.push(error.message));
      page.on('console', message => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) wrong.push(message.text());
      });
      return page;
    });
    expect(wrong).toEqual([]);
  },
  as: async ({ browser, watched }, use) => {
    const pages: Page[] = [];
    await use(async (role, path = '/') => {
      const page = watched(await (await contextOf(browser, role)).newPage());
      pages.push(page);
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    });
    for (const page of pages) await page.close();
  },
});

export { expect };

/** WCAG 2.2 AA, in the language of the page. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // react-aria's announcements name a pressed button by its id for some seconds, even where the page went on without it
    .exclude('[data-live-announcer]')
    .analyze();
  expect(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)).toEqual([]);
}

/** In both languages, on a desktop and at 320 px, without anything to scroll sideways; pictures of it are kept, from its top or from a part of it on. Ends in Japanese on a desktop. */
export async function wellMade(page: Page, name: string, part?: Locator): Promise<void> {
  const show = () => part?.evaluate(element => element.scrollIntoView({ block: 'center' }));
  mkdirSync(screenshots, { recursive: true });
  for (const language of ['en', 'ja'] as const) {
    await page.locator(`header button:has([lang="${language}"])`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByText(language === 'ja' ? '読み込んでいます…' : 'Loading…')).toHaveCount(0);
    await accessible(page);
    await show();
    await page.screenshot({ path: `${screenshots}/${name}-${language}-desktop.png` });
    await page.screenshot({ path: `${screenshots}/${name}-${language}.png`, fullPage: true });
    await page.setViewportSize({ width: 320, height: 640 });
    // a chart follows its page a moment later; a fraction of a pixel is rounded up
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(321);
    if (language === 'ja') await accessible(page);
    await show();
    await page.screenshot({ path: `${screenshots}/${name}-${language}-telephone.png` });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** Does something with an empty cache at 400 kbit/s and 100 ms, tells how long it took, and answers how many bytes came. */
export async function onPoorLine(page: Page, what: string, act: () => Promise<unknown>): Promise<number> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  let bytes = 0;
  devTools.on('Network.loadingFinished', finished => {
    bytes += finished.encodedDataLength;
  });
  const began = Date.now();
  await act();
  const took = Date.now() - began;
  // biome-ignore lint/suspicious/noConsole: a figure that the suite shows
  console.log(`${what} at 400 kbit/s and 100 ms: usable after ${(took / 1000).toFixed(1)} s, ${Math.round(bytes / 1000)} kB`);
  return bytes;
}

/** What stands behind the # of the link in the newest mail to an address that leads to a page. */
export async function mailedToken(email: string, path: 'invitation' | 'password-reset'): Promise<string> {
  const box = `${hubDir}/mail/box/new`;
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    for (const name of existsSync(box) ? readdirSync(box) : []) {
      const mail = readFileSync(`${box}/${name}`, 'utf8');
      if (!mail.toLowerCase().includes(`\nx-rcptto: ${email}\n`)) continue;
      const text = Buffer.from(mail.slice(mail.indexOf('\n\n')).replace(/\s/g, ''), 'base64').toString();
      const token = new RegExp(`/${path}#(\\S+)`).exec(text)?.[1];
      if (token) return token;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${email} that leads to /${path} came into ${box}.`);
}

async function posted(call: Awaited<ReturnType<typeof asClient>>, path: string, body: unknown): Promise<Response> {
  const answer = await call('POST', path, body);
  expect(answer.ok, path).toBe(true);
  return answer;
}

/** Someone whom the demonstration lacks, invited by an administrator; answers its address and what the mailed link holds. */
export async function invited(
  role: string,
  name: string,
  organisationId: string,
  roles: readonly string[],
): Promise<{ email: string; token: string }> {
  const email = `${role.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}@demo.ceptoarhub.example`;
  await posted(await asClient(client => client.role === 'administrator'), '/api/people', { organisationId, email, name, roles });
  return { email, token: await mailedToken(email, 'invitation') };
}

/** Someone whom the demonstration lacks: invited, joined by the mailed link; from then on `as(role)` knows it. */
export async function enrolled(role: string, name: string, organisationId: string, roles: readonly string[]): Promise<Person> {
  const administrator = await asClient(client => client.role === 'administrator');
  const { email, token } = await invited(role, name, organisationId, roles);
  const { secret } = (await (await posted(administrator, '/api/invitations/authenticator', { token })).json()) as { secret: string };
  const who: Person = { role, name, organisation: '', organisationId, email, password: crypto.randomUUID(), secret };
  await posted(administrator, '/api/invitations/accept', { token, password: who.password, totp: await nextCode(who) });
  demo.people.push(who);
  return who;
}

/** On paper: what leads elsewhere is gone, the level is read; a picture of it is kept. */
export async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'メニュー' })).toBeHidden();
  await expect(page.locator('header')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.tlp').first()).toBeVisible();
  for (const button of await page.locator('main').getByRole('button').all()) await expect(button).toBeHidden();
  mkdirSync(screenshots, { recursive: true });
  await page.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 dpi
  await page.screenshot({ path: `${screenshots}/${name}-print.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: null });
}
