import type { SourceState } from '#shared/imported-hours.words';
import { sourceStates } from '#shared/imported-hours.words';
import type { Source, SourceEvent } from '../../../functions/imported-hours/source.rules';
import { afterEvent, judgeSource } from '../../../functions/imported-hours/source.rules';

const events: SourceEvent[] = ['confirm', 'end'];
const edges = [
  ['proposed', 'confirm', 'confirmed'],
  ['proposed', 'end', 'ended'],
  ['confirmed', 'end', 'ended'],
] as const;

test.each(edges)('%s, %s → %s', (from, event, to) => {
  expect(afterEvent(from, event)).toBe(to);
});

test('every other edge is forbidden', () => {
  const states = Object.keys(sourceStates) as SourceState[];
  const open = states.flatMap((from) => events.filter((event) => afterEvent(from, event)));
  expect(open).toHaveLength(edges.length);
});

const source = (more: Partial<Source> = {}): Source => ({
  ...{ version: 1, sourceId: 'a'.repeat(12), name: '旧系统', publicKey: 'k' },
  ...{ state: 'proposed', proposedBy: 'author', proposedAt: 1, ...more },
});

test.each([
  ['confirm', 'author', {}, 'not_to_oneself'],
  ['confirm', 'other', { state: 'ended', endedBy: 'author' }, 'already_decided'],
  ['confirm', 'third', { state: 'confirmed', confirmedBy: 'other' }, 'already_decided'],
  ['end', 'other', { state: 'ended', endedBy: 'author' }, 'already_decided'],
] as const)('%s by %s of %j → %s', (event, by, more, code) => {
  expect(judgeSource(source(more), event, by)).toEqual({ status: 'refused', code });
});

test('the same person again is the same answer; who proposed may end', () => {
  const confirmed = source({ state: 'confirmed', confirmedBy: 'other' });
  expect(judgeSource(confirmed, 'confirm', 'other')).toEqual({ status: 'exists' });
  expect(judgeSource(source(), 'confirm', 'other')).toMatchObject({
    next: { state: 'confirmed', confirmedBy: 'other' },
  });
  expect(judgeSource(confirmed, 'end', 'author')).toMatchObject({
    next: { state: 'ended', confirmedBy: 'other', endedBy: 'author' },
  });
});
