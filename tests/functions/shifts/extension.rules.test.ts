import { dayMs, hourMs, minuteMs } from '#shared/time';
import { judgeExtension } from '../../../functions/shifts/extension.rules';

const startsAt = 1_800_000_000_000;
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt, graceMinutes: 120 };
const extended = {
  extendedTo: endsAt + hourMs,
  extensions: [{ extensionId: 'a', until: endsAt + hourMs }],
};
const often = Array.from({ length: 4 }, (_, index) => ({
  extensionId: `${index}`,
  until: endsAt + 1,
}));
const wish = { extensionId: 'b', until: endsAt + 2 * hourMs };
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  [
    'asked before',
    { ...shift, ...extended, cancelledAt: 1 },
    { extensionId: 'a', until: 1 },
    endsAt,
    { status: 'exists' },
  ],
  ['called off', { ...shift, cancelledAt: 1 }, wish, startsAt, refused('shift_cancelled')],
  ['before the start', shift, wish, startsAt - 1, refused('extension_too_early')],
  ['after the grace', shift, wish, endsAt + 2 * hourMs + 1, refused('extension_too_late')],
  ['settled', { ...shift, settledAt: 1 }, wish, endsAt, refused('extension_too_late')],
  [
    'for the fifth time',
    { ...shift, extendedTo: endsAt + 1, extensions: often },
    wish,
    endsAt,
    refused('extension_too_late'),
  ],
  ['to the end it has', shift, { ...wish, until: endsAt }, endsAt, refused('extension_unfit')],
  [
    'to a time before its new end',
    { ...shift, ...extended },
    { ...wish, until: endsAt + minuteMs },
    endsAt,
    refused('extension_unfit'),
  ],
  [
    'by more than four hours',
    shift,
    { ...wish, until: endsAt + 4 * hourMs + 1 },
    endsAt,
    refused('extension_unfit'),
  ],
  [
    'over a whole day',
    { ...shift, endsAt: startsAt + dayMs - hourMs },
    { ...wish, until: startsAt + dayMs + 1 },
    startsAt,
    refused('extension_unfit'),
  ],
  [
    'by four hours, in the last moment of the grace',
    shift,
    { ...wish, until: endsAt + 4 * hourMs },
    endsAt + 2 * hourMs,
    {
      ...{ status: 'extended', extendedTo: endsAt + 4 * hourMs },
      extensions: [{ extensionId: 'b', until: endsAt + 4 * hourMs }],
    },
  ],
  [
    'once more',
    { ...shift, ...extended },
    wish,
    endsAt,
    { status: 'extended', extendedTo: wish.until, extensions: [...extended.extensions, wish] },
  ],
])('%s', (_name, known, asked, now, verdict) => {
  expect(judgeExtension(known, asked, now)).toEqual(verdict);
});
