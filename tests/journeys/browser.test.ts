import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { ShiftCard } from '#shared/activities';
import { dayOf, minuteMs } from '#shared/time';
import type { Cloud } from '../../local/cloud';
import { startCloud } from '../../local/cloud';
import { h5Folder } from '../../local/folders';
import { launchBrowser } from '../support/browser';
import budgets from '../support/budgets.json';
import { handlerOf } from '../support/cloud';
import { root } from '../support/tree';
import type { Visitor } from '../support/visitor';
import { visit } from '../support/visitor';

/**
 * The main job in a real browser, on the local cloud, with a camera that is held before the organiser's screen. The
 * pictures in docs/screens, which the README shows, are taken here (WRITE_SCREENS=1).
 */
let cloud: Cloud;
let browser: Browser;
let volunteer: Visitor;
let organiser: Visitor;
let counter: Visitor;
let shift: ShiftCard;

beforeAll(async () => {
  mkdirSync(path.join(root, 'docs/screens'), { recursive: true });
  process.env.LOG_LEVEL = 'silent';
  cloud = await startCloud({
    ...{ seed: 'small', h5: h5Folder },
    handlerOf: async (name) => handlerOf(name),
  });
  browser = await launchBrowser();
  const settings = { browser, url: cloud.url };
  [volunteer, organiser, counter] = await Promise.all([
    visit(settings),
    visit(settings),
    visit(settings),
  ]);
  shift = await startingSoon();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

/** The activity of the demo that begins in about twenty minutes. */
async function startingSoon(): Promise<ShiftCard> {
  const query = `district=370202&day=${dayOf(cloud.now() + 20 * minuteMs)}&limit=50`;
  const answer = await fetch(`${cloud.url}/activities?${query}`);
  const { shifts } = (await answer.json()) as { shifts: ShiftCard[] };
  const soon = shifts.find(
    ({ startsAt }) => startsAt > cloud.now() && startsAt < cloud.now() + 30 * minuteMs,
  );
  if (!soon) throw new Error('the demo has no activity that begins soon');
  return soon;
}

test('the first page weighs no more than its budget', async () => {
  const guest = await visit({ browser, url: cloud.url });
  await guest.open('/tabs/home/index');
  await guest.page.locator('#today').getByText('名额').first().waitFor();
  expect(await guest.loadedGzipBytes()).toBeLessThanOrEqual(budgets.h5FirstLoadGzipBytes);
});

test('a guest browses; a volunteer signs in and signs up', async () => {
  await volunteer.open('/tabs/home/index');
  await volunteer.sees('志愿云');
  await volunteer.picture('guest');
  await volunteer.become('volunteer');
  await volunteer.open('/tabs/home/index');
  await volunteer.sees(/积分/);
  await volunteer.picture('home');
  await volunteer.open(`/activities/show/index?activityId=${shift.activityId}`);
  await volunteer.shows('action');
  await volunteer.picture('activity');
  await volunteer.tap('action');
  await volunteer.tap('sheet-action');
  await volunteer.shows('sheet-undo');
  await volunteer.open(`/activities/show/index?activityId=${shift.activityId}`);
  await volunteer.shows('withdraw');
  await volunteer.picture('signed-up');
});

test('the organiser shows the code; the volunteer scans it and is checked in', async () => {
  await organiser.become('organiser');
  await organiser.open(`/activities/code/index?shiftId=${shift.shiftId}`);
  await organiser.shows('code-picture');
  await organiser.picture('code');
  await volunteer.open('/tabs/scan/index');
  await volunteer.shows('scan-camera');
  await volunteer.picture('scan');
  await volunteer.scans(organiser, 'scan-camera');
  await volunteer.sees('签到成功');
  await volunteer.picture('checked-in');
});

test('two hours pass; the volunteer scans the way out, hours and points arrive', async () => {
  await organiser.tap('forward-120');
  await organiser.sees(/本地云时间/);
  await organiser.page.getByRole('tab', { name: '签退' }).click();
  await organiser.shows('code-picture');
  await organiser.picture('code-checkout');
  await volunteer.open('/tabs/scan/index');
  await volunteer.page.reload();
  await volunteer.scans(organiser, 'scan-camera');
  await volunteer.sees('签退成功');
  await volunteer.picture('checked-out');
  await volunteer.open('/checkins/hours/index');
  await volunteer.page.locator('[id^=hours-]:not(#hours-page)').first().waitFor();
  await volunteer.picture('hours');
  await volunteer.open('/points/passbook/index');
  await volunteer.shows('postings');
  await volunteer.picture('passbook');
});

test('the nearest stations, from the list on the phone', async () => {
  await volunteer.open('/tabs/nearby/index');
  await volunteer.shows('stations');
  await volunteer.picture('nearby');
});

test('redeemed, shown at the counter, handed over; the points add up', async () => {
  await volunteer.open('/rewards/shelf/index');
  await volunteer.page.locator('[id^=reward-]').first().waitFor();
  await volunteer.picture('shelf');
  await volunteer.page.locator('[id^=reward-]').first().click();
  await volunteer.tap('redeem');
  await volunteer.shows('redeem-dialog');
  await volunteer.picture('redeem');
  await volunteer.page.getByRole('button', { name: '兑换', exact: true }).click();
  await volunteer.tap('to-pickup');
  await volunteer.shows('code-picture');
  await volunteer.picture('pickup');
  await counter.become('counter');
  await counter.open('/rewards/counter/index');
  await counter.scans(volunteer, 'counter-scan');
  await counter.shows('handover-done');
  await counter.picture('counter');
  await volunteer.sees(/已领取/);
  await volunteer.picture('picked-up');
});

test('dark, and with large text', async () => {
  const dark = await visit({ browser, url: cloud.url, dark: true });
  await dark.become('volunteer');
  await dark.open('/tabs/home/index');
  await dark.shows('hours');
  await dark.picture('home-dark');
  await dark.open('/volunteers/settings/index');
  await dark.shows('settings-size');
  await dark.picture('settings-dark');
  await dark.page.getByRole('tab', { name: '大字' }).click();
  await dark.open('/tabs/home/index');
  await dark.shows('hours');
  await dark.picture('home-large-dark');
});

test('no page has thrown or logged an error', () => {
  expect([...volunteer.errors, ...organiser.errors, ...counter.errors]).toEqual([]);
});
