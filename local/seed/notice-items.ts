import { dayMs, hourMs } from '#shared/time';
import type { Bulletin } from '../../functions/bulletins/bulletin.rules';
import { boardAt, bulletinAt, listed } from '../../functions/bulletins/bulletin.table';
import { mailboxAt, sealOpenid } from '../../functions/notices/mailbox.table';
import type { Notice } from '../../functions/notices/notice.table';
import { tell } from '../../functions/notices/notice.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { maskName } from '../../functions/volunteers/volunteer.rules';
import { profileAt } from '../../functions/volunteers/volunteer.table';
import { beachTeam, openidOf, volunteerIdOf } from './people';
import type { World } from './world';

/** What people of the cast were told, what WeChat may still bring them, and the notice board of 陈静's team. */
export function addNotices(world: World, now: number): void {
  addInbox(world, now);
  addMailboxes(world, now);
  addBoard(world, now);
}

type Told = Pick<Notice, 'kind' | 'text' | 'link' | 'at'>;

function addInbox(world: World, now: number): void {
  const told: [person: string, notice: Told][] = [
    [
      'volunteer',
      {
        kind: 'membership',
        text: '您加入市南区净滩分队的申请已通过，欢迎。',
        link: { page: '/organisations/show/index', id: beachTeam },
        at: now - 40 * dayMs,
      },
    ],
    [
      'volunteer',
      {
        kind: 'reminder',
        text: '“净滩行动”今天开始，到现场后请扫签到码。',
        link: { page: '/checkins/records/index' },
        at: now - 2 * hourMs,
      },
    ],
    [
      'organiser',
      {
        kind: 'bulletin',
        text: '您写的公告“净滩安全须知”已审核通过并发布。',
        link: { page: '/bulletins/show/index', id: bulletinId('safety') },
        at: now - 20 * dayMs,
      },
    ],
  ];
  for (const [person, notice] of told) {
    const noticeId = idFor('notice', 'seed', person, notice.text);
    world.take([tell(volunteerIdOf(person), { noticeId, ...notice })]);
  }
}

/** They tapped in WeChat: their messages go out, and WeChat's check knows whose text it looks at. */
function addMailboxes(world: World, now: number): void {
  for (const person of ['volunteer', 'organiser']) {
    const volunteerId = volunteerIdOf(person);
    world.put(mailboxAt(volunteerId), {
      version: 1,
      readUntil: now - dayMs,
      taps: { reminder: 2, changed: 1, placed: 1 },
      sealedOpenid: sealOpenid(volunteerId, openidOf(person)),
    });
  }
}

const bulletinId = (key: string): string => idFor('seed bulletin', key);

type Written = Pick<Bulletin, 'title' | 'text' | 'state'> & { key: string; daysAgo: number };

const written: Written[] = [
  {
    key: 'safety',
    title: '净滩安全须知',
    text: '1. 穿防滑鞋，戴手套。\n2. 不单独下礁石，涨潮前半小时全员上岸。\n3. 碎玻璃和针头不要用手捡，告诉现场组织者。',
    state: 'published',
    daysAgo: 20,
  },
  {
    key: 'gathering',
    title: '本周集合地点有变',
    text: '浴场东侧在修路，本周起改在五四广场“五月的风”雕塑旁集合，手套和垃圾袋现场发。',
    state: 'published',
    daysAgo: 2,
  },
  {
    key: 'waiting',
    title: '下月骨干交流会',
    text: '下月第一个周六下午交流净滩带队经验，想来的请在群里接龙。',
    state: 'in_review',
    daysAgo: 0,
  },
];

function addBoard(world: World, now: number): void {
  const team = world.get(organisationAt(beachTeam));
  const authorId = volunteerIdOf('organiser');
  const author = world.get(profileAt(authorId));
  if (!team || !author) return;
  for (const { key, daysAgo, ...said } of written) {
    const at = now - daysAgo * dayMs - hourMs;
    const bulletin: Bulletin = {
      ...{ version: 1, bulletinId: bulletinId(key), ...said, path: team.path },
      ...{ organisationId: beachTeam, organisationName: team.name, writtenAt: at },
      ...{ authorId, authorMaskedName: maskName(author.name) },
      ...(said.state === 'published' && { publishedAt: at }),
    };
    world.put(bulletinAt(bulletin.bulletinId), listed(bulletin));
  }
  world.put(boardAt(beachTeam), { version: 1, pinnedId: bulletinId('safety') });
}
