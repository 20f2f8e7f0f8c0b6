import { create } from 'zustand';
import { isDurable } from '#shared/answers';
import type { Request, Response } from '#shared/api';
import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';
import { call, contractVersion, Refused } from './api';
import { serverNow } from './clock';
import { onNetworkChange } from './device/network';
import { readStored, store } from './device/storage';
import { onWake } from './device/wake';
import { ownerId, usePerson } from './tokens';

/**
 * Everything that must happen once is kept on the phone before it is sent, and sent again under the same id until a
 * durable answer comes. Each person has an own outbox: two who use one phone both keep theirs.
 */
export type QueuedRoute =
  | 'POST /checkins'
  | 'POST /claims/{claimId}/confirmation'
  | 'POST /redemptions'
  | 'DELETE /redemptions/{redemptionId}'
  | 'POST /handovers';

export type Submission<R extends QueuedRoute = QueuedRoute> = {
  /** The id that the phone made for it: scanId, redemptionId or handoverId. */
  id: string;
  route: R;
  request: Request<R>;
};
export type Queued = Submission & {
  ownerId: string;
  createdAt: number;
  contract: string;
  /** What stood in its way the last time, as a sentence. */
  reason?: string;
};
export type Outcome<R extends QueuedRoute = QueuedRoute> =
  | { status: 'done'; answer: Response<R> }
  | { status: 'refused'; code: RefusalCode; message: string }
  /** Kept on the phone and not yet answered: 待同步, never said to be done. */
  | { status: 'pending'; reason: string }
  /** Not even kept, and therefore not sent: the person has to do something first. */
  | { status: 'not_kept'; reason: string };
export type Settled = Pick<Queued, 'id' | 'route' | 'createdAt'> & {
  settledAt: number;
  outcome: Extract<Outcome, { status: 'done' | 'refused' }>;
};

const maxQueued = 50;
const maxSettled = 20;
/** After this the server no longer takes the contract it was made under. */
const maxAgeMs = 30 * dayMs;
const firstDelayMs = 20_000;
const maxDelayMs = 300_000;

/** What waits and what was answered last, of the person who is signed in. */
export const useOutbox = create<{ waiting: Queued[]; settled: Settled[] }>(() => ({
  waiting: [],
  settled: [],
}));

/** Keeps the request, sends it after what was kept before it, and says how far it came. Never throws. */
export async function submit<R extends QueuedRoute>(given: Submission<R>): Promise<Outcome<R>> {
  const owner = ownerId();
  if (!owner) return { status: 'not_kept', reason: '请先登录' };
  const waiting = readWaiting(owner);
  if (!waiting.some((one) => isSame(one, given))) {
    if (waiting.length >= maxQueued) {
      return { status: 'not_kept', reason: '待同步的操作已有 50 个，请联网同步后再试' };
    }
    const kept = { ...given, ownerId: owner, createdAt: serverNow(), contract: contractVersion };
    if (!store(waitingKey(owner), [...waiting, kept])) {
      return { status: 'not_kept', reason: '手机存储空间不足，请清理后再试' };
    }
    show();
  }
  failures = 0;
  await sendAll();
  return outcomeOf(owner, given) as Outcome<R>;
}

/**
 * Sends what waits for the signed-in person, oldest first: a check-out never overtakes its check-in. Whoever asks
 * during a round waits for one more round, so that what was just kept is sent as well.
 */
export function sendAll(): Promise<void> {
  const owner = ownerId();
  if (!owner) return Promise.resolve();
  const lane = lanes.get(owner);
  if (!lane) return begin(owner);
  lane.next ??= lane.running.then(() => begin(owner));
  return lane.next;
}

/** Shows the outbox of whoever is signed in, and resends on waking, when the network returns, and from time to time. */
export function startOutbox(): () => void {
  const again = () => {
    failures = 0;
    show();
    void sendAll();
  };
  const stops = [
    onWake(again),
    onNetworkChange((online) => online && again()),
    usePerson.subscribe((now, before) => {
      if (now.person?.volunteerId !== before.person?.volunteerId) again();
    }),
  ];
  again();
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
  };
}

const waitingKey = (owner: string) => `outbox:${owner}`;
const settledKey = (owner: string) => `outbox-settled:${owner}`;
const readWaiting = (owner: string) => readStored<Queued[]>(waitingKey(owner)) ?? [];
const readSettled = (owner: string) => readStored<Settled[]>(settledKey(owner)) ?? [];
const isSame = (a: Pick<Queued, 'id' | 'route'>, b: Pick<Queued, 'id' | 'route'>) =>
  a.id === b.id && a.route === b.route;

const lanes = new Map<string, { running: Promise<void>; next?: Promise<void> }>();
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function begin(owner: string): Promise<void> {
  const running = sendRound(owner).finally(() => {
    lanes.delete(owner);
    schedule(owner);
  });
  lanes.set(owner, { running });
  return running;
}

async function sendRound(owner: string): Promise<void> {
  for (const entry of readWaiting(owner)) {
    if (ownerId() !== owner) return;
    const result = await sendOne(entry);
    if ('outcome' in result) {
      failures = 0;
      settle(owner, { ...entry, ...result });
      continue;
    }
    note(owner, entry, result.reason);
    if (!result.stop) continue;
    failures += 1;
    return;
  }
}

type Sent = Pick<Settled, 'outcome'> | { reason: string; stop: boolean };

async function sendOne({ route, request, contract, createdAt }: Queued): Promise<Sent> {
  if (serverNow() - createdAt > maxAgeMs) {
    return {
      outcome: {
        status: 'refused',
        code: 'request_invalid',
        message: '已过 30 天仍未同步成功，不再提交',
      },
    };
  }
  try {
    return { outcome: { status: 'done', answer: await call(route, request, { contract }) } };
  } catch (error) {
    if (!(error instanceof Refused)) return { reason: '网络不通，联网后自动提交', stop: true };
    const { code, status, message } = error;
    if (isDurable(status)) return { outcome: { status: 'refused', code, message } };
    // A request that this server cannot read must not hold up those behind it; anything else concerns them all.
    return [400, 404, 413].includes(status)
      ? { reason: message, stop: false }
      : { reason: message, stop: true };
  }
}

/** The answer is kept before the request is dropped: a phone that dies in between sends once more, under the same id. */
function settle(
  owner: string,
  { id, route, createdAt, outcome }: Queued & Pick<Settled, 'outcome'>,
) {
  const settled: Settled = { id, route, createdAt, settledAt: serverNow(), outcome };
  const others = readSettled(owner).filter((one) => !isSame(one, settled));
  const kept =
    store(settledKey(owner), [settled, ...others].slice(0, maxSettled)) ||
    store(settledKey(owner), [settled]);
  if (!kept) return;
  store(
    waitingKey(owner),
    readWaiting(owner).filter((one) => !isSame(one, settled)),
  );
  show();
}

function note(owner: string, entry: Queued, reason: string): void {
  const noted = readWaiting(owner).map((one) => (isSame(one, entry) ? { ...one, reason } : one));
  store(waitingKey(owner), noted);
  show();
}

/** How far a submission of this person has come; undefined when the phone knows nothing of it. */
function outcomeOf(owner: string, which: Pick<Queued, 'id' | 'route'>): Outcome | undefined {
  const waits = readWaiting(owner).find((one) => isSame(one, which));
  if (waits) return pendingOf(waits);
  return readSettled(owner).find((one) => isSame(one, which))?.outcome;
}

/** Follows one submission by its id and route, also after the app was closed in between. */
export function useOutcome(which: {
  id: string;
  route: QueuedRoute;
}): { entry: Queued | Settled; outcome: Outcome } | undefined {
  const waits = useOutbox((it) => it.waiting.find((one) => isSame(one, which)));
  const settled = useOutbox((it) => it.settled.find((one) => isSame(one, which)));
  if (waits) return { entry: waits, outcome: pendingOf(waits) };
  return settled && { entry: settled, outcome: settled.outcome };
}

const pendingOf = ({ reason = '正在提交' }: Queued): Outcome => ({ status: 'pending', reason });

function show(): void {
  const owner = ownerId();
  useOutbox.setState({
    waiting: owner ? readWaiting(owner) : [],
    settled: owner ? readSettled(owner) : [],
  });
}

function schedule(owner: string): void {
  clearTimeout(timer);
  if (readWaiting(owner).length === 0) return;
  const delay = Math.min(maxDelayMs, firstDelayMs * 2 ** Math.max(0, failures - 1));
  timer = setTimeout(() => void sendAll(), delay * (0.9 + Math.random() * 0.2));
}
