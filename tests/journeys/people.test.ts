import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { dayMs, dayOf } from '#shared/time';
import type { Cloud } from '../../local/cloud';
import { startCloud } from '../../local/cloud';
import { h5Folder } from '../../local/folders';
import { districtCorpsId } from '../../local/seed/organisations';
import { volunteerIdOf } from '../../local/seed/people';
import { launchBrowser } from '../support/browser';
import { handlerOf } from '../support/cloud';
import { root } from '../support/tree';
import type { Visitor } from '../support/visitor';
import { visit } from '../support/visitor';

/**
 * People and organisations in a real browser, on the local cloud: an organisation is born and verified, its founder
 * publishes an activity that an approver sends back once, and a child signs up with the guardian's consent. The
 * pictures in docs/screens are taken here too (WRITE_SCREENS=1).
 */
let cloud: Cloud;
let browser: Browser;
let founder: Visitor;
let admin: Visitor;
let approver: Visitor;
let child: Visitor;
let guardian: Visitor;
/** `20261126`: the day of the activity. */
let day: string;
let shiftId: string;

const corps = districtCorpsId('370202');
const team = '银海护岸志愿服务分队';
const title = '银海护岸净滩';
const returnedBecause = '请写明带队人的手机号，家长要能联系上';

beforeAll(async () => {
  mkdirSync(path.join(root, 'docs/screens'), { recursive: true });
  process.env.LOG_LEVEL = 'silent';
  cloud = await startCloud({
    ...{ seed: 'small', h5: h5Folder },
    handlerOf: async (name) => handlerOf(name),
  });
  browser = await launchBrowser();
  const settings = { browser, url: cloud.url };
  founder = await visit(settings);
  admin = await visit(settings);
  approver = await visit(settings);
  child = await visit(settings);
  guardian = await visit(settings);
  day = dayOf(cloud.now() + 2 * dayMs);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

/** What an element says. */
const textOf = async (visitor: Visitor, id: string): Promise<string> =>
  (await visitor.page.locator(`#${id} >> visible=true`).last().textContent()) ?? '';

test('somebody new signs in with the code of a message and registers', async () => {
  await founder.open('/sessions/phone/index');
  await founder.types('sms-phone', '13905320532');
  await founder.tap('sms-send');
  await founder.shows('sms-local');
  const code = /\d{6}/.exec(await textOf(founder, 'sms-local'))?.[0] ?? '';
  await founder.types('sms-code', code);
  await founder.picture('phone-sign-in');
  await founder.tap('phone-enter');
  await founder.shows('register-submit');
  await founder.types('name', '高远');
  await founder.chooses('district', '370202');
  await founder.types('birth-month', '1990-05');
  await founder.tap('consent');
  await founder.picture('register');
  await founder.tap('register-submit');
  await founder.page.waitForURL((at) => !at.hash.includes('/volunteers/register'));
  // The page that follows is fetched first; another address asked for meanwhile would be lost.
  await founder.page.locator('#register >> visible=true').first().waitFor({ state: 'hidden' });
  await founder.open('/tabs/me/index');
  await founder.sees('高远');
  await founder.sees(/139\*+/);
});

test('they find the corps by pinyin and propose an organisation below it', async () => {
  await founder.open('/search/find/index');
  await founder.types('find-words', 'shinanqu');
  await founder.shows('found-organisations');
  await founder.picture('search');
  await founder.types('find-words', 'shinanquzhiyuan');
  await founder.press('市南区志愿服务总队');
  await founder.shows('way-propose');
  await founder.picture('organisation');
  await founder.tap('way-propose');
  await founder.chooses('propose-kind', 'team');
  await founder.types('organisation-name', team);
  await founder.tap('organisation-categories-environment');
  await founder.picture('propose');
  await founder.tap('propose-submit');
  await founder.shows('organisation-state');
  await founder.sees(/等待上级核验/);
});

test('an admin of what stands above verifies it; the founder hears and is its admin', async () => {
  await admin.become('admin');
  await admin.open(`/organisations/show/index?organisationId=${corps}`);
  await admin.tap('way-proposals');
  await admin.sees(team);
  await admin.picture('proposals');
  await admin.press(team);
  await admin.shows('verify');
  await admin.picture('verify');
  await admin.tap('approve');
  await admin.shows('join');
  await admin.tap('way-members');
  await admin.press('*远');
  await admin.shows('member-sheet');
  await admin.picture('roles');

  await founder.open('/notices/inbox/index');
  await founder.sees('组织核验');
  await founder.picture('inbox');
  await founder.press(team);
  await founder.tap('way-members');
  await founder.sees(/（我）/);
  await founder.picture('members');
});

test('the founder hands in an activity; what the law wants is asked for', async () => {
  await founder.open('/tabs/me/index');
  await founder.tap('publish');
  await founder.chooses('category', 'environment');
  await founder.picture('publish');
  await founder.types('title', title);
  await founder.types('contact', '高远');
  await founder.types('place-name', '银海大世界码头');
  await founder.types('address', '市南区东海中路 30 号');
  await founder.tap('position-here');
  await founder.sees(/坐标/);
  await founder.types('shift-0-day', day.replace(/^(....)(..)/, '$1-$2-'));
  await founder.chooses('dangerous', 'yes');
  await founder.tap('publish-submit');
  await founder.sees('还有 3 处要填写');
  await founder.page.getByText('请填写保险公司').waitFor();
  await founder.picture('publish-insurance');
  await founder.types('insurer', '演示财产保险');
  await founder.types('policy-number', 'DEMO-2026-0532');
  await founder.types('coverage', '意外伤害 20 万元');
  await founder.tap('publish-submit');
  await founder.shows('review-waiting');
  await founder.picture('handed-in');
});

test('an approver sends it back once; edited and handed in again it becomes public', async () => {
  await approver.become('approver');
  await approver.open('/tabs/me/index');
  await approver.tap('reviews');
  await approver.sees(title);
  await approver.picture('reviews');
  await approver.press(title);
  await approver.shows('review-asked');
  await approver.picture('review');
  await approver.tap('send-back');
  await approver.types('return-reason', returnedBecause);
  await approver.picture('review-return');
  await approver.tap('return-send');
  await approver.shows('review-returned');

  await founder.open('/notices/inbox/index');
  await founder.sees('活动审核');
  await founder.press(title);
  await founder.press('去处理');
  await founder.shows('review-returned');
  await founder.picture('returned');
  await founder.tap('edit-draft');
  await founder.shows('publish-returned');
  await founder.types('contact', '高远 13905320532');
  await founder.tap('publish-submit');
  await founder.shows('review-waiting');

  await approver.open('/activities/reviews/index');
  await approver.press(title);
  await approver.sees(/上次退回的原因/);
  await approver.tap('approve');
  await approver.shows('review-published');
});

test('a child of 12 finds it on its day and is told whose consent is missing', async () => {
  await child.become('child');
  await child.open('/activities/list/index');
  await child.tap(`day-${day}`);
  await child.sees(title);
  await child.picture('day');
  await child.press(title);
  await child.shows('action');
  await child.picture('activity-insured');
  await child.tap('action');
  await child.shows('sheet-conditions');
  shiftId = /shiftId=([^&]+)/.exec(child.page.url())?.[1] ?? '';
  await child.sees('还不符合报名条件');
  await child.picture('sheet-consent-missing');
  await child.press('去我的家人，请监护人同意');
  await child.tap('family-show-code');
  await child.tap('link-code-make');
  await child.shows('link-code-shown');
  await child.picture('link-code');
});

test('the guardian consents on another phone; then the child signs up', async () => {
  await guardian.become('guardian');
  await guardian.open('/dependants/family/index');
  await guardian.shows('family-dependants');
  await guardian.picture('family');
  // The foot of a short page stands at the lower edge, not where the page ends.
  const foot = await guardian.page.locator('#family-add >> visible=true').boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeGreaterThan(640);
  await guardian.tap('family-guardian');
  await guardian.types('guardianship-code', await textOf(child, 'link-code-shown'));
  await guardian.tap('guardianship-look');
  await guardian.shows('guardianship-who');
  await guardian.picture('guardian-consent');
  await guardian.tap('guardianship-agree');
  await guardian.sees('请先阅读并同意');
  await guardian.tap('agree');
  await guardian.tap('guardianship-agree');
  await guardian.shows('dependant-summary');
  await guardian.picture('dependant');

  await child.open(`/signups/sheet/index?shiftId=${shiftId}`);
  await child.sees('已了解风险，报名');
  await child.picture('sheet');
});

test('consent taken back meanwhile is heard at the press; given again, the child signs up', async () => {
  await guardian.tap('consent-change');
  await guardian.page.getByRole('button', { name: '撤回', exact: true }).click();
  await guardian.sees('监护人已撤回同意');
  await child.tap('sheet-action');
  await child.shows('sheet-said');
  await child.sees('未满 14 岁需要监护人先在志愿云里同意');
  await child.picture('sheet-refused');

  await guardian.tap('consent-change');
  await guardian.page.getByRole('button', { name: '同意', exact: true }).click();
  await guardian.sees('请先阅读并同意');
  await guardian.tap('agree');
  await guardian.picture('consent-again');
  await guardian.page.getByRole('button', { name: '同意', exact: true }).click();
  await guardian.sees('监护人已同意');
  await child.open('/tabs/me/index');
  await child.open(`/signups/sheet/index?shiftId=${shiftId}`);
  await child.tap('sheet-action');
  await child.shows('sheet-undo');
  await child.picture('sheet-signed-up');
});

test('the organiser says why before seeing the child on the list; the guardian sees who looked', async () => {
  await founder.open(`/activities/roster/index?shiftId=${shiftId}`);
  await founder.shows('minors');
  await founder.tap('minors-choose');
  await founder.picture('roster-minors');
  await founder.tap('minors-purpose-safety');
  await founder.shows('minors-purpose');
  await founder.sees(/林/);

  await guardian.tap('dependant-readings');
  await guardian.sees(new RegExp(title));
  await guardian.picture('readings');
  await guardian.open(`/signups/sheet/index?shiftId=${shiftId}`);
  await guardian.chooses('sheet-for', volunteerIdOf('child'));
  await guardian.shows('sheet-undo');
  await guardian.picture('sheet-for-child');
});

test('no page has thrown or logged an error', () => {
  const visitors = [founder, admin, approver, child, guardian];
  expect(visitors.flatMap(({ errors }) => errors)).toEqual([]);
});
