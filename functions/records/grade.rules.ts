import type { Doubt, EvidenceGrade, GradeReason } from '#shared/hours.words';
import type { Evidence, ServiceRecord } from './record.rules';

/** How a record is graded, and what is doubtful about it (DESIGN 6.2; the README's table says it in one line each). */

type Ends = Pick<ServiceRecord, 'inEvidence' | 'outEvidence'>;
type Graded = Ends & Pick<ServiceRecord, 'typing'>;

/** An organiser or keeper stood beside the volunteer: scanned their own living code, or vouched for their scan. */
export const isCountersigned = ({ by, countersignedBy }: Evidence): boolean =>
  by === 'countersign' || (by === 'token' && countersignedBy !== undefined);

/** Ends at which nothing was scanned: a time that somebody said. */
const isSaid = ({ by }: Evidence): boolean => by === 'joint' || by === 'confirmed';

/** Read off an organiser's screen, whose gate stands in the evidence. */
export const isOfScreen = ({ by }: Evidence): boolean =>
  by === 'token' || by === 'digits' || by === 'claim' || by === 'browser_claim';

/** Digits, a claim that only a browser vouches for, and a printed card, whose owner no scan of their own shows. */
const isWeak = ({ by }: Evidence): boolean =>
  by === 'digits' || by === 'browser_claim' || by === 'card';

/** A reported position counts as far as it is precise: its accuracy must not be worse than the radius. */
function agrees({ metersAway, accuracyMeters = 0 }: Evidence, radiusMeters: number): boolean {
  return metersAway !== undefined && accuracyMeters <= radiusMeters && metersAway <= radiusMeters;
}

/** Which grade each reason gives. */
const grades: Record<GradeReason, EvidenceGrade> = {
  typed: 'E',
  one_end: 'D',
  said: 'D',
  late: 'C',
  weak: 'C',
  vouched: 'A',
  place_agrees: 'B',
  place_unknown: 'C',
};

/** The grade of a record that is closed now. */
export const gradeOf = (record: Graded, radiusMeters: number): EvidenceGrade =>
  grades[gradeReasonOf(record, radiusMeters)];

/**
 * What the grade of a record rests on. Outcomes are tried in the order written here: typed hours are E; an end without a
 * scan makes D; a late or weak end at most C; a countersigned end A; a position that agrees at both ends B.
 */
export function gradeReasonOf(record: Graded, radiusMeters: number): GradeReason {
  const { inEvidence, outEvidence, typing } = record;
  if (typing) return 'typed';
  if (!inEvidence || !outEvidence) return 'one_end';
  const ends = [inEvidence, outEvidence];
  if (ends.some(isSaid)) return 'said';
  if (ends.some((end) => end.late === true)) return 'late';
  if (ends.some(isWeak)) return 'weak';
  if (ends.some(isCountersigned)) return 'vouched';
  return ends.every((end) => agrees(end, radiusMeters)) ? 'place_agrees' : 'place_unknown';
}

/** WeChat's scenes of a code in a picture: long-pressed, from the album, in a chat. Nobody stood before a screen. */
const pictureScenes = [1012, 1013, 1048, 1049];

type Around = {
  radiusMeters: number;
  /** Whether the phone of an end scanned for others at this shift as well. */
  sharedDevice?: boolean;
  revokedGates?: readonly number[];
};
type Doubted = Graded & Pick<ServiceRecord, 'recheck'>;

/** What is doubtful about a record, the gravest first; shown to the volunteer and to whoever vouches. */
export function doubtsOf(record: Doubted, around: Around): Doubt[] {
  const { inEvidence, outEvidence, recheck, typing } = record;
  const ends = [inEvidence, outEvidence].flatMap((end) => end ?? []);
  const some = (test: (end: Evidence) => boolean): boolean => ends.some(test);
  const { radiusMeters, sharedDevice = false, revokedGates = [] } = around;
  const found: Record<Doubt, boolean> = {
    shared_device: sharedDevice,
    forwarded_picture: some(({ entryScene = 0 }) => pictureScenes.includes(entryScene)),
    far_away: some(
      ({ metersAway, accuracyMeters = 0 }) =>
        metersAway !== undefined && metersAway - accuracyMeters > radiusMeters,
    ),
    revoked_gate: some((end) => isOfScreen(end) && revokedGates.includes(end.gate)),
    late_upload: some(({ late }) => late === true),
    joint_statement: some(({ by }) => by === 'joint'),
    recheck_missed: recheck !== undefined && recheck.answeredAt === undefined,
    one_end: !typing && ends.length === 1,
    typed_time: typing !== undefined || some(({ by }) => by === 'confirmed'),
    typed_digits: some(({ by }) => by === 'digits'),
    browser_only: some(({ by }) => by === 'browser_claim'),
  };
  return (Object.keys(found) as Doubt[]).filter((doubt) => found[doubt]);
}
