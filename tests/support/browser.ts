import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** A real browser wherever the tests run: CHROME_PATH, an installed Chrome or Chromium, or the one inside an npm package. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Unpacks the packaged browser once; on a bare Linux it brings its own libraries when it believes itself in Lambda. */
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium');
  process.stdout.write(JSON.stringify({
    path: await chromium.executablePath(),
    libraries: process.env.LD_LIBRARY_PATH ?? '',
  }));
`;

function packaged(): { executablePath: string; env: Record<string, string> } {
  const hasLibraries = /libnss3\.so/.test(output('ldconfig', ['-p']));
  const env = hasLibraries ? {} : { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const found = execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const { path: executablePath, libraries } = JSON.parse(found);
  return { executablePath, env: libraries ? { LD_LIBRARY_PATH: libraries } : {} };
}

const output = (command: string, args: string[]): string =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/** Where the fake camera looks: whatever stands in this file when a page opens the camera. */
export const cameraFile = path.join(os.tmpdir(), `volunteer-cloud-camera-${process.pid}.y4m`);

/** Starts the browser with a camera that shows `cameraFile` and asks nobody. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH ?? installed.find((file) => existsSync(file));
  const { executablePath, env } = own ? { executablePath: own, env: {} } : packaged();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
}
