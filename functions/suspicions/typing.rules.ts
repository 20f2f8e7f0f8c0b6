import { dayOf, minuteOfDay } from '#shared/time';
import type { Fact } from './fact.rules';
import { groupsOf, isScanned, peopleOf, wasScanned } from './fact.rules';
import type { Signal } from './signal.rules';
import { limits } from './signal.rules';

/** What is known beside an organisation's own rows. */
export type Around = {
  /** Days on which several organisations of the district wrote down an emergency: nobody has one alone. */
  emergencyDays: ReadonlySet<string>;
};

/** What an organisation's month says about those who type hours and those who agree. */
export function typingSignals(facts: readonly Fact[], { emergencyDays }: Around): Signal[] {
  const typed = facts.filter(
    ({ typing, day }) =>
      typing !== undefined && !(typing.reason === 'emergency' && emergencyDays.has(day)),
  );
  const scene: Scene = {
    scannedShifts: new Set(facts.filter(wasScanned).map(({ shiftId }) => shiftId)),
    scannedPeople: peopleOf(facts.filter(wasScanned)),
    rows: facts.length,
  };
  const byTypist = groupsOf(typed, ({ typing }) => typing?.by);
  const byTeller = groupsOf(facts.filter(isTold), ({ decision }) => decision?.by);
  const told = [...byTeller].flatMap(([teller, rows]): Signal[] => {
    const found = toldEnds(rows, facts);
    return found ? [{ ...found, subject: { kind: 'staff', id: teller }, staff: [teller] }] : [];
  });
  const ofTypists = [...byTypist].flatMap(([typist, rows]) => {
    const approvers = rows.flatMap(({ decision }) => decision?.by ?? []);
    const staff = [...new Set([typist, ...approvers])];
    const subject = { kind: 'staff' as const, id: typist };
    const found = [
      atNight(rows, scene),
      instantly(rows),
      nobodyPresent(rows, scene),
      typedOnly(rows, scene),
      accountsInBulk(rows, scene),
      sameMinutes(rows),
      onOneWord(rows, scene),
      ring(typist, byTypist),
    ];
    return found.flatMap((it) => (it ? [{ ...it, subject, staff }] : []));
  });
  return [...told, ...ofTypists];
}

type Scene = { scannedShifts: Set<string>; scannedPeople: Set<string>; rows: number };
type Observed = Omit<Signal, 'subject' | 'staff'> | undefined;

const typedAt = ({ typing }: Fact): number => typing?.at ?? 0;
const shiftsOf = (facts: readonly Fact[]): number =>
  new Set(facts.map(({ shiftId }) => shiftId)).size;
const isMost = (part: readonly unknown[], whole: readonly unknown[]): boolean =>
  part.length * 10 >= whole.length * 8;

/** Not when the shift has only just ended and others scanned there: then the typist is still at work. */
function atNight(rows: readonly Fact[], { scannedShifts }: Scene): Observed {
  const night = rows.filter((fact) => {
    const isNight = minuteOfDay(typedAt(fact)) < limits.nightUntilHour * 60;
    const isAtWork =
      scannedShifts.has(fact.shiftId) && typedAt(fact) - fact.endsAt < limits.afterShiftMs;
    return isNight && !isAtWork;
  });
  if (night.length < limits.nightRows) return undefined;
  const nights = new Set(night.map((fact) => dayOf(typedAt(fact)))).size;
  const isPractice = nights >= limits.typedShifts || night.length >= limits.nightRowsAlone;
  const says = `${nights} 个深夜（0–5 点）补录了 ${night.length} 行`;
  return { rule: 'night_typing', weight: isPractice ? 1 : 0.6, says, facts: night };
}

function instantly(rows: readonly Fact[]): Observed {
  const instant = rows.filter(
    (fact) => fact.decision && fact.decision.at - typedAt(fact) <= limits.instantMs,
  );
  if (instant.length < limits.instantRows || !isMost(instant, rows)) return undefined;
  const weight = shiftsOf(instant) >= limits.typedShifts ? 0.5 : 0.3;
  const says = `${instant.length} 行补录在 2 分钟内就被通过`;
  return { rule: 'instant_approval', weight, says, facts: instant };
}

function nobodyPresent(rows: readonly Fact[], { scannedShifts }: Scene): Observed {
  const alone = rows.filter(({ shiftId }) => !scannedShifts.has(shiftId));
  if (alone.length < limits.typedRows || !isMost(alone, rows)) return undefined;
  const isPractice = shiftsOf(alone) >= limits.typedShifts;
  if (!isPractice && alone.length < limits.bulkPeople) return undefined;
  const says = `${shiftsOf(alone)} 个场次只有补录，没有一个人扫过码，共 ${alone.length} 行`;
  return { rule: 'nobody_present', weight: isPractice ? 0.7 : 0.5, says, facts: alone };
}

function typedOnly(rows: readonly Fact[], { scannedPeople }: Scene): Observed {
  const strangers = rows.filter(({ volunteerId }) => !scannedPeople.has(volunteerId));
  const people = peopleOf(strangers).size;
  // One paper list of people without phones is an incident, list after list is a practice.
  const shifts = shiftsOf(strangers);
  if (people < limits.typedPeople || !isMost(strangers, rows)) return undefined;
  if (shifts < limits.typedShifts) return undefined;
  // Regulars without a phone come back, and have a card: always new people, shift after shift, are looked at.
  const weight = shifts >= limits.strangerShifts ? 1 : 0.5;
  const says = `补录的 ${people} 人本月在这里从未扫过码`;
  return { rule: 'typed_only_people', weight, says, facts: strangers };
}

function accountsInBulk(rows: readonly Fact[], { scannedPeople }: Scene): Observed {
  const fresh = rows.filter(
    ({ volunteerId, registeredAt }) =>
      registeredAt !== undefined && !scannedPeople.has(volunteerId),
  );
  const byDay = groupsOf(fresh, ({ registeredAt = 0 }) => dayOf(registeredAt));
  const bulk = [...byDay.values()].filter((it) => peopleOf(it).size >= limits.newAccountPeople);
  if (bulk.length === 0) return undefined;
  const weight = shiftsOf(bulk.flat()) >= limits.typedShifts ? 0.6 : 0.3;
  const people = peopleOf(bulk.flat()).size;
  const says = `${people} 个账号成批在同一天注册，工时全是补录`;
  return { rule: 'accounts_in_bulk', weight, says, facts: bulk.flat() };
}

function sameMinutes(rows: readonly Fact[]): Observed {
  const cells = groupsOf(rows, (it) => `${it.shiftId} ${it.in?.at ?? 0} ${it.out?.at ?? 0}`);
  const bulk = [...cells.values()].filter((it) => peopleOf(it).size >= limits.bulkShiftPeople);
  const rowsInBulk = bulk.flat();
  const isPractice = shiftsOf(rowsInBulk) >= limits.typedShifts;
  if (!isPractice && rowsInBulk.length < limits.bulkPeople) return undefined;
  const says = `${shiftsOf(rowsInBulk)} 个场次里 ${rowsInBulk.length} 行的起止时间完全相同`;
  const weight = isPractice ? 0.5 : 0.3;
  return { rule: 'same_typed_minutes', weight, says, facts: rowsInBulk };
}

/** How much of everything the organisation recorded rests on this one word. Most organisations type one row in twenty. */
function onOneWord(typed: readonly Fact[], { rows }: Scene): Observed {
  if (typed.length < limits.wordRows || typed.length * 4 < rows) return undefined;
  const share = Math.round((typed.length * 100) / rows);
  const says = `本月 ${rows} 行工时中，${share}% 由这一个人补录`;
  return { rule: 'on_one_word', weight: share >= 60 ? 0.5 : 0.3, says, facts: typed };
}

const isTold = ({ typing, in: came, out: left }: Fact): boolean =>
  !typing && isScanned(came) !== isScanned(left);

/** People forget to check out, one in twenty; when most of several shifts do, somebody else fills in the times. */
function toldEnds(rows: readonly Fact[], facts: readonly Fact[]): Observed {
  const shifts = new Set(rows.map(({ shiftId }) => shiftId));
  const everybody = facts.filter(({ shiftId }) => shifts.has(shiftId));
  if (rows.length < limits.wordRows || shifts.size < limits.typedShifts) return undefined;
  if (rows.length * 2 < everybody.length) return undefined;
  const says = `${shifts.size} 个场次里，多数人的离开时间由这一个人填写，共 ${rows.length} 行`;
  return { rule: 'told_ends', weight: 1, says, facts: rows };
}

/** Two who always agree to each other's rows. In a small organisation that can be all the staff there is. */
function ring(typist: string, byTypist: ReadonlyMap<string, readonly Fact[]>): Observed {
  const own = byTypist.get(typist) ?? [];
  for (const [other, theirs] of byTypist) {
    if (other === typist) continue;
    const given = own.filter(({ decision }) => decision?.by === other);
    const taken = theirs.filter(({ decision }) => decision?.by === typist);
    if (given.length < limits.ringRows || taken.length < limits.ringRows) continue;
    if (given.length * 10 < own.length * 9 || taken.length * 10 < theirs.length * 9) continue;
    const says = `与另一位工作人员互相通过补录：${given.length} 行对 ${taken.length} 行`;
    return { rule: 'approval_ring', weight: 0.5, says, facts: [...given, ...taken] };
  }
  return undefined;
}
