import { typedKey } from '../evidence-keys';
import { typedQueueIndex } from '../indexes';
import { thirteen } from '../keys';
import type { At } from '../platform/table';
import type { Typed } from './typed.rules';

type Named = Pick<Typed, 'organisationId' | 'typedId' | 'typedAt'>;

export const typedAt = ({ organisationId, typedId, typedAt: at }: Named): At<Typed> =>
  typedKey(organisationId, at, typedId);

/** With the place where the approvers find it, while it waits. */
export function listedTyped(typed: Typed): Typed {
  const { gx2pk: _, gx2sk: __, ...rest } = typed;
  if (typed.state !== 'typed') return rest;
  return {
    ...rest,
    gx2pk: typedQueueIndex(typed.organisationId),
    gx2sk: `${thirteen(typed.typedAt)}#${typed.typedId}`,
  };
}
