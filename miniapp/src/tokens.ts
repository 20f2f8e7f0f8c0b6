import { create } from 'zustand';
import type { Session } from '#shared/sessions';
import { forget, readStored, store } from './device/storage';

/** Who is signed in on this phone (in a browser: in this tab), and the two tokens. Undefined: a guest. */
export type Person = Omit<Session, 'now'>;

const key = 'person';

export const usePerson = create<{ person: Person | undefined }>(() => ({
  person: readStored<Person>(key),
}));

export const person = (): Person | undefined => usePerson.getState().person;

/** The id under which caches and the outbox are kept; a guest has none. */
export const ownerId = (): string | undefined => person()?.volunteerId;

export function keep(session: Session): void {
  const { now: _, ...next } = session;
  store(key, next);
  usePerson.setState({ person: next });
}

/** Becomes a guest. What was queued or cached for the person stays under the person's own keys. */
export function leave(): void {
  forget(key);
  usePerson.setState({ person: undefined });
}
