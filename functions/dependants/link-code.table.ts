import { linkCodeKey, linkCodeOfKey, linkTriesKey } from '../keys';
import type { At } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { CurrentCode, LinkCode, LinkPurpose, LinkTries } from './link-code.rules';

export const linkCodeAt = (mark: string): At<LinkCode> => linkCodeKey(mark);
export const currentCodeAt = (volunteer: string, purpose: LinkPurpose): At<CurrentCode> =>
  linkCodeOfKey(volunteer, purpose);
export const linkTriesAt = (volunteer: string): At<LinkTries> => linkTriesKey(volunteer);

/** The table holds a code's marks only: under every living pepper, the current one first. */
export const codeMarks = (code: string): string[] =>
  wayMarks('link_code', code).map(({ mark }) => mark);
