import type { GateBatch, ShiftCard } from '#shared/activities';
import type { Request } from '#shared/api';
import { readScanned, stepAt } from '#shared/code';
import { clockOf, dayOf, minuteMs } from '#shared/time';
import { shiftAt } from '../functions/activities/activity.table';
import type { HoursEntry } from '../functions/hours/hours.table';
import { hoursPrefix, postingPrefix, profileKey } from '../functions/keys';
import { hashOf } from '../functions/ledger/chain';
import { balanceOf, walletAt } from '../functions/ledger/wallet.table';
import type { Posting } from '../functions/points/point.table';
import { recordAt } from '../functions/records/record.table';
import { profileAt } from '../functions/volunteers/volunteer.table';
import type { Cloud } from './cloud';
import type { Phone } from './phone';
import type { Ledger, Tell } from './storyteller';
import { must, refusedWith, same } from './storyteller';

export type Stage = { tell: Tell; cloud: Cloud; ledger: Ledger; phone: () => Phone };
/** A volunteer who has served, with the phone that is signed in. */
export type Served = { volunteerId: string; volunteer: Phone; shift: ShiftCard };

const district = '370202';
const name = '王小新';

/** First half: from the first sign-in to the points of two hours' service. */
export async function tellService(stage: Stage): Promise<Served> {
  const { volunteerId, volunteer } = await newcomer(stage);
  const shift = await signedUp(stage, { volunteerId, volunteer });
  const gate = await codeScreen(stage, shift);
  await wrongCodes(stage, { shift, gate });
  const served = { volunteerId, volunteer, shift };
  await checkedIn(stage, served, gate);
  await checkedOut(stage, served, gate);
  await credited(stage, served);
  return served;
}

/** Signs a person of the demo in on a phone of their own. */
export async function signIn({ cloud, phone }: Stage, openid: string) {
  const own = phone();
  const code = cloud.wechat.issueLoginCode(openid);
  const session = await own.call('POST /sessions', { code });
  own.keep(session);
  return { own, volunteerId: session.volunteerId, code };
}

async function newcomer(stage: Stage) {
  const { tell, cloud, ledger } = stage;
  const { own: volunteer, volunteerId, code } = await signIn(stage, 'story-newcomer');
  await tell(async () => {
    same((await ledger.item(walletAt(volunteerId))).byYear, {}, '新人的积分');
    return `一位市民用微信登录。云给了随机编号 ${volunteerId}，钱包是空的。`;
  });
  await tell(async () => {
    const message = await refusedWith(
      'login_code_invalid',
      stage.phone().call('POST /sessions', { code }),
    );
    return `同一个登录码再用一次，被拒绝：「${message}」。`;
  });
  await tell(async () => {
    const phoneCode = cloud.wechat.issuePhoneCode('15612345677');
    const registration = {
      name,
      district,
      birthMonth: '199907',
      phoneCode,
      consent: true,
    } as const;
    const me = await volunteer.call('POST /me', registration);
    same(me.profile?.maskedPhone, '156******77', '手机号的显示');
    const stored = await ledger.item(profileAt(volunteerId));
    same(JSON.stringify(stored).includes('15612345677'), false, '表里有明文手机号');
    return `${name}完成登记。表里的手机号是密文，显示为 ${me.profile?.maskedPhone}。`;
  });
  return { volunteer, volunteerId };
}

type Person = { volunteerId: string; volunteer: Phone };

async function signedUp({ tell, cloud, ledger }: Stage, { volunteer, volunteerId }: Person) {
  const soon = cloud.now() + 20 * minuteMs;
  let shift: ShiftCard | undefined;
  await tell(async () => {
    const { shifts } = await volunteer.call('GET /activities', { district, day: dayOf(soon) });
    shift = must(
      shifts.find(({ startsAt }) => startsAt > cloud.now() && startsAt <= soon),
      '20 分钟内开始的活动',
    );
    return `${name}在市南区看到「${shift.title}」，${clockOf(shift.startsAt)} 开始，已有 ${shift.taken} 人报名。`;
  });
  const found = must(shift, '活动');
  const { shiftId } = found;
  await tell(async () => {
    const { terms } = await volunteer.call('GET /shifts/{shiftId}/signup', { shiftId });
    const { state } = await volunteer.call('PUT /shifts/{shiftId}/signup', { shiftId, terms });
    same(state, 'signed_up', '报名');
    const record = await ledger.item(recordAt(volunteerId, shiftId));
    same([record.state, record.walkIn], ['signed_up', false], '表里的记录');
    return `${name}报名了。表里的服务记录是「已报名」。`;
  });
  return found;
}

async function codeScreen(stage: Stage, shift: ShiftCard): Promise<GateBatch> {
  const { tell, cloud, ledger } = stage;
  const { shiftId, startsAt, taken } = shift;
  const { own: organiser } = await signIn(stage, 'demo-organiser');
  let batch: GateBatch | undefined;
  await tell(async () => {
    batch = await organiser.call('POST /shifts/{shiftId}/gates', { shiftId });
    const minutes = Math.round((startsAt - cloud.now()) / minuteMs);
    const stored = await ledger.item(shiftAt(shiftId));
    same(Object.keys(stored.gates).includes(String(batch.gate)), true, '场次上登记了签到口');
    return `组织者陈静提前 ${minutes} 分钟打开签到屏：领到 ${batch.checkin.length} 张轮换码，每张 15 秒。`;
  });
  await tell(async () => {
    await cloud.drain();
    const { counts } = await organiser.call('GET /shifts/{shiftId}/board', { shiftId });
    const all = counts.signedUp + counts.checkedIn + counts.credited;
    same(all, taken + 1, '签到屏上的人数');
    return `签到屏上一共 ${all} 人（比刚才多一人），其中已签到 ${counts.checkedIn} 人。`;
  });
  return must(batch, '签到码');
}

/** What the screen shows at a time, as a camera reads it. */
function shownAt(gate: GateBatch, kind: 'checkin' | 'checkout', at: number): string {
  const shown = must(gate[kind][stepAt(at) - gate.firstStep], '屏幕上的码');
  const scanned = must(readScanned(`https://volunteer.example/c/${shown.token}`), '可读的码');
  return 'token' in scanned ? scanned.token : '';
}

async function wrongCodes(stage: Stage, { gate }: { shift: ShiftCard; gate: GateBatch }) {
  const { tell, cloud } = stage;
  const { own: other } = await signIn(stage, 'demo-volunteer');
  const scan = (token: string) =>
    other.call('POST /checkins', { scanId: other.newRequestId(), token });
  const token = shownAt(gate, 'checkin', cloud.now());
  await tell(async () => {
    const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    return `李雷扫了一张改过一个字符的码，被拒绝：「${await refusedWith('code_forged', scan(forged))}」。`;
  });
  await tell(async () => {
    await cloud.forward(2);
    return `两分钟后他扫截图里的旧码，被拒绝：「${await refusedWith('code_stale', scan(token))}」。`;
  });
}

async function checkedIn({ tell, cloud, ledger }: Stage, served: Served, gate: GateBatch) {
  const { volunteer, volunteerId, shift } = served;
  const scan: Request<'POST /checkins'> = {
    scanId: volunteer.newRequestId(),
    token: shownAt(gate, 'checkin', cloud.now()),
    expectedShiftId: shift.shiftId,
  };
  let inAt = 0;
  await tell(async () => {
    const receipt = await volunteer.call('POST /checkins', scan);
    same(receipt.status, 'checked_in', '回执');
    const record = await ledger.item(recordAt(volunteerId, shift.shiftId));
    same([record.state, record.inAt], ['checked_in', receipt.inAt], '表里的记录');
    inAt = receipt.inAt ?? 0;
    return `${name}扫屏幕上的码签到，${clockOf(inAt)}。表里的记录是「服务中」。`;
  });
  await tell(async () => {
    const again = await volunteer.call('POST /checkins', scan);
    const more = await volunteer.call('POST /checkins', {
      ...scan,
      scanId: volunteer.newRequestId(),
    });
    same([again.inAt, more.inAt], [inAt, inAt], '签到时间');
    return '同一次扫码重发、再扫一次，都得到同一张回执，签到时间没有变。';
  });
  await tell(async () => {
    const wait = await refusedWith(
      'not_allowed',
      volunteer.call('GET /shifts/{shiftId}/roster', { shiftId: shift.shiftId }),
    );
    return `${name}想看别人的签到名单，被拒绝：「${wait}」。`;
  });
}

async function checkedOut({ tell, cloud, ledger }: Stage, served: Served, gate: GateBatch) {
  const { volunteer, volunteerId, shift } = served;
  await tell(async () => {
    const minutes = Math.ceil((shift.endsAt - cloud.now()) / minuteMs);
    await cloud.forward(minutes);
    same(cloud.now() >= shift.endsAt, true, '活动已结束');
    return `${minutes} 分钟过去（云的时间快进），活动到点结束。`;
  });
  await tell(async () => {
    const token = shownAt(gate, 'checkout', cloud.now());
    const receipt = await volunteer.call('POST /checkins', {
      scanId: volunteer.newRequestId(),
      token,
    });
    same(
      [receipt.status, receipt.rawMinutes, receipt.creditedMinutes, receipt.points],
      ['checked_out', 120, 120, 20],
      '回执',
    );
    const record = await ledger.item(recordAt(volunteerId, shift.shiftId));
    same([record.state, record.grade], ['credited', receipt.grade], '表里的记录');
    return `${name}扫签退码：服务 ${receipt.rawMinutes} 分钟，计 ${receipt.creditedMinutes} 分钟，得 ${receipt.points} 分，证据等级 ${receipt.grade}。`;
  });
}

async function credited({ tell, cloud, ledger }: Stage, { volunteer, volunteerId, shift }: Served) {
  await tell(async () => {
    const wallet = await ledger.item(walletAt(volunteerId));
    const me = await volunteer.call('GET /me', {});
    same([me.minutes, me.points], [wallet.minutes, balanceOf(wallet)], '我的工时和积分');
    same([wallet.minutes, balanceOf(wallet)], [120, 20], '钱包');
    return `钱包里是 ${wallet.minutes} 分钟工时、${balanceOf(wallet)} 分，与手机上看到的一样。`;
  });
  await tell(async () => {
    const key = profileKey(volunteerId);
    const hours = await ledger.rows<HoursEntry>(key, hoursPrefix);
    const postings = await ledger.rows<Posting>(key, postingPrefix);
    same([hours.length, postings.length], [1, 1], '分录条数');
    chained(hours);
    chained(postings);
    same(
      postings.map(({ debit }) => debit),
      ['mint:qingdao'],
      '积分从哪里来',
    );
    return '账本各有一条：工时一条、积分一条，序号连续，哈希链对得上。';
  });
  await tell(async () => {
    await cloud.drain();
    const { taken } = must(
      (
        await volunteer.call('GET /activities', { district, day: dayOf(shift.startsAt) })
      ).shifts.find(({ shiftId }) => shiftId === shift.shiftId),
      '活动',
    );
    same(taken, shift.taken + 1, '已报名人数');
    return `活动列表上的报名人数由 ${shift.taken} 变成 ${taken}。`;
  });
}

type Row = { sequence: number; previousHash: string; hash: string };

/** Recomputes every hash from the row itself. Keys of table and indexes are no part of an entry. */
export function chained(rows: Row[]): void {
  let previous = '';
  for (const [i, row] of rows.entries()) {
    same([row.sequence, row.previousHash], [i + 1, previous], '序号和前一条的哈希');
    const { hash, ...rest } = row;
    const entry = Object.fromEntries(
      Object.entries(rest).filter(([field]) => !/^(pk|sk|gx\dpk|gx\dsk)$/.test(field)),
    );
    same(hash, hashOf(entry), '哈希');
    previous = hash;
  }
}
