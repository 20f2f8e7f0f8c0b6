import type { Fact, FactEnd } from './fact.rules';
import { groupsOf, isLate, isOwnScan, isScanned, peopleOf } from './fact.rules';
import type { Signal } from './signal.rules';
import { limits } from './signal.rules';

/** What the scans of one shift say when they are laid side by side. `facts`: everybody at the shift. */
export function shiftSignals(facts: readonly Fact[]): Signal[] {
  const [first] = facts;
  if (!first) return [];
  const subject = { kind: 'shift' as const, id: first.shiftId };
  const scanned = facts.filter((it) => !it.typing);
  const staff = [...new Set(scanned.flatMap(witnessesOf))];
  const found = [
    sharedDevice(scanned),
    sameSeconds(scanned),
    pictures(scanned),
    digits(scanned),
    farAway(scanned),
    lateSameCode(scanned),
    lateBesideLive(scanned),
  ];
  return found.flatMap((it) => (it ? [{ ...it, subject, staff }] : []));
}

type Observed = Omit<Signal, 'subject' | 'staff'> | undefined;

const endsOf = (fact: Fact): FactEnd[] => [fact.in, fact.out].flatMap((end) => end ?? []);
const witnessesOf = (fact: Fact): string[] => [
  ...endsOf(fact).flatMap(({ witness }) => witness ?? []),
  ...(fact.decision ? [fact.decision.by] : []),
];
const areBoth = (fact: Fact, test: (end: FactEnd | undefined) => boolean): boolean =>
  test(fact.in) && test(fact.out);

function sharedDevice(facts: readonly Fact[]): Observed {
  const marks = facts.flatMap((fact) =>
    [...new Set(endsOf(fact).flatMap((end) => (isOwnScan(end) ? (end.device ?? []) : [])))].map(
      (device) => ({ device, fact }),
    ),
  );
  const shared = [...groupsOf(marks, ({ device }) => device).values()]
    .map((group) => group.map(({ fact }) => fact))
    .filter((group) => peopleOf(group).size > limits.familyPeople);
  if (shared.length === 0) return undefined;
  const most = Math.max(...shared.map((group) => peopleOf(group).size));
  const covered = peopleOf(shared.flat()).size;
  // Several phones that each scanned for a row of people share the work of one.
  const isSplit = shared.length > 2 && covered * 2 > peopleOf(facts).size;
  return {
    rule: 'shared_device',
    weight: deviceWeight(isSplit ? Math.max(most, limits.devicePeople) : most),
    says: `${shared.length} 部手机一共给 ${covered} 人扫码，最多一部 ${most} 人`,
    facts: shared.flat(),
  };
}

function deviceWeight(people: number): number {
  if (people >= limits.massDevicePeople) return 2;
  if (people >= limits.devicePeople) return 1;
  return people > limits.familyPeople + 1 ? 0.6 : 0.3;
}

const secondOf = (end: FactEnd | undefined): number => Math.floor((end?.at ?? 0) / 1_000);

/** Both ends of several people in the same second (live), or at the same code (late). */
function sameSeconds(facts: readonly Fact[]): Observed {
  const cells = groupsOf(facts, (fact) => {
    if (!areBoth(fact, isScanned)) return undefined;
    const late = areBoth(fact, isLate);
    if (!late && (isLate(fact.in) || isLate(fact.out))) return undefined;
    return `${late ? 'late' : 'live'} ${secondOf(fact.in)} ${secondOf(fact.out)}`;
  });
  const same = [...cells].flatMap(([cell, group]) => {
    const least = cell.startsWith('late') ? limits.sameStepPeople : limits.sameSecondPeople;
    return peopleOf(group).size >= least ? [group] : [];
  });
  if (same.length === 0) return undefined;
  const people = peopleOf(same.flat()).size;
  return {
    rule: 'same_seconds',
    weight: people >= limits.massDevicePeople ? 2 : 1,
    says: `${people} 人的签到和签退时间完全相同`,
    facts: same.flat(),
  };
}

function pictures(facts: readonly Fact[]): Observed {
  const those = facts.filter((fact) => endsOf(fact).some(({ picture }) => picture));
  if (those.length < 3) return undefined;
  const weight = those.length >= limits.picturePeople ? 1 : 0.5;
  const says = `${those.length} 人从聊天或相册里的图片扫码`;
  return { rule: 'forwarded_pictures', weight, says, facts: those };
}

function digits(facts: readonly Fact[]): Observed {
  const those = facts.filter((fact) => areBoth(fact, (end) => end?.by === 'digits'));
  if (those.length < limits.digitPeople || those.length * 2 < facts.length) return undefined;
  const says = `${facts.length} 人中有 ${those.length} 人两次都输入数字码`;
  return { rule: 'digits_in_bulk', weight: 0.7, says, facts: those };
}

/** Those far away beside others who were there: when nearly everybody is far, the place was entered wrong. */
function farAway(facts: readonly Fact[]): Observed {
  const told = facts.filter((fact) => endsOf(fact).some(({ far }) => far !== undefined));
  const those = told.filter((fact) => endsOf(fact).some(({ far }) => far === true));
  if (those.length < limits.farPeople || those.length * 4 < told.length) return undefined;
  const isEverybody = those.length * 10 > told.length * 9;
  const says = `报告位置的 ${told.length} 人中，${those.length} 人离活动地点很远`;
  return { rule: 'far_from_place', weight: isEverybody ? 0.4 : 0.7, says, facts: those };
}

const spanOf = (times: readonly number[]): number => Math.max(...times) - Math.min(...times);

/** Late scans that all show one minute's code at both ends, though people come and go over a while. */
function lateSameCode(facts: readonly Fact[]): Observed {
  const minuteOf = (end: FactEnd | undefined): number => Math.floor(secondOf(end) / 60);
  const cells = groupsOf(facts, (fact) =>
    areBoth(fact, isLate) ? `${minuteOf(fact.in)} ${minuteOf(fact.out)}` : undefined,
  );
  const crowded = [...cells.values()].filter(
    (group) => peopleOf(group).size >= limits.sameMinutePeople,
  );
  if (crowded.length === 0) return undefined;
  const those = crowded.flat();
  const says = `${those.length} 人事后上传的是同一分钟的签到码和签退码`;
  return { rule: 'late_same_code', weight: 0.7, says, facts: those };
}

/** There was network: others uploaded at once in the same minutes. */
function lateBesideLive(facts: readonly Fact[]): Observed {
  const late = facts.filter((fact) => areBoth(fact, isLate));
  if (late.length < limits.latePeople || late.length * 10 < facts.length * 3) return undefined;
  const span = spanOf(late.map((fact) => secondOf(fact.in)));
  const live = facts.filter((fact) => areBoth(fact, (end) => isScanned(end) && !isLate(end)));
  if (live.length < limits.livePeople) return undefined;
  const liveSpan = spanOf(live.map((fact) => secondOf(fact.in)));
  // Whoever truly stood there came over the same while as the others did.
  const crowded = span * 4 <= liveSpan;
  const arrived = spanOf(late.map((fact) => (fact.out?.lateAt ?? 0) / 60_000));
  const together = arrived <= 30;
  const says = `同场 ${live.length} 人当场上传，另有 ${late.length} 人事后才传`;
  const weight = 0.3 + (crowded ? 0.4 : 0) + (together ? 0.4 : 0);
  return { rule: 'late_beside_live', weight, says, facts: late };
}
