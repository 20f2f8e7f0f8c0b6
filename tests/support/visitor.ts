import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { showToCamera } from './camera';
import { root } from './tree';

/** Somebody with a phone-sized browser. What they see is what the tests look at. */
export type Visitor = {
  page: Page;
  /** Opens a page of the mini-program, such as `/tabs/me/index`. */
  open(address: string): Promise<void>;
  /** Signs in as one of the demo people. */
  become(key: string): Promise<void>;
  tap(id: string): Promise<void>;
  /** Presses what carries the words. */
  press(words: string): Promise<void>;
  /** Types into a field, or puts a day, a month or a time into one. */
  types(id: string, text: string): Promise<void>;
  chooses(id: string, value: string): Promise<void>;
  /** Waits until the element is there to be seen. */
  shows(id: string): Promise<void>;
  /** Waits until the text stands somewhere on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Holds the code that another visitor's page shows before this one's camera, and scans it. */
  scans(other: Visitor, button: string): Promise<void>;
  picture(name: string): Promise<void>;
  errors: string[];
  /** Bytes of all pages, scripts, styles and pictures that were loaded so far, each gzipped. */
  loadedGzipBytes(): Promise<number>;
};
type Settings = { browser: Browser; url: string; dark?: boolean; offline?: boolean };

const screen = { width: 375, height: 667 };
const waitMs = 15_000;
/** 五四广场. The browser says WGS-84, as a real one does. */
const here = { latitude: 36.0617, longitude: 120.3794, accuracy: 20 };

export async function visit({ browser, url, dark }: Settings): Promise<Visitor> {
  const context = await browser.newContext({
    ...{ viewport: screen, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    ...{ geolocation: here, permissions: ['geolocation', 'camera'] },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(waitMs);
  const errors: string[] = [];
  const loads: Promise<number>[] = [];
  page.on('response', (response) => {
    const types = ['document', 'script', 'stylesheet', 'image', 'font'];
    if (!types.includes(response.request().resourceType())) return;
    loads.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    const { url: at } = line.location();
    // A refusal is an answer; the browser reports it as a failed resource all the same.
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) {
      errors.push(`${line.text()} ${at}`);
    }
  });
  const shown = (id: string) => page.locator(`#${id} >> visible=true`).last();
  const visitor: Visitor = {
    page,
    errors,
    loadedGzipBytes: async () => (await Promise.all(loads)).reduce((sum, one) => sum + one, 0),
    open: async (address) => {
      await page.goto(`${url}/#${address}`);
    },
    become: async (key) => {
      await visitor.open('/volunteers/people/index');
      await visitor.tap(`person-${key}`);
      await page.waitForURL((at) => !at.hash.includes('/volunteers/people'));
      // The page that follows is fetched first; another address asked for meanwhile would be lost.
      await page.locator('#people >> visible=true').first().waitFor({ state: 'hidden' });
    },
    tap: (id) => shown(id).click(),
    press: (words) => page.getByText(words).locator('visible=true').first().click(),
    types: (id, text) => shown(id).fill(text),
    chooses: async (id, value) => {
      await shown(id).selectOption(value);
    },
    shows: (id) => shown(id).waitFor(),
    sees: async (text) => {
      await page.getByText(text).locator('visible=true').first().waitFor();
    },
    scans: async (other, button) => {
      await showToCamera(other.page.locator('#code-picture >> visible=true').last());
      await visitor.tap(button);
    },
    picture: async (name) => {
      const file = path.join(root, 'docs/screens', `${name}.png`);
      // A test run leaves the repository as it was; WRITE_SCREENS=1 takes the pictures anew.
      const kept = existsSync(file) && !process.env.WRITE_SCREENS;
      await page.screenshot({ scale: 'css', ...(!kept && { path: file }) });
    },
  };
  return visitor;
}
