import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Role } from '#shared/vocabulary';
import { usePerson } from '../tokens';
import { useRoute } from '../use-route';

/** The organisation at whose desk somebody sits: the one the link names, or one in which they hold the role. */
export function useDesk(...roles: Role[]) {
  const { organisationId: asked } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  const [chosen, choose] = useState<string>();
  const held = 'data' in memberships ? memberships.data.memberships : [];
  const desks = held.filter((it) => it.roles.some((role) => roles.includes(role)));
  const organisationId = chosen ?? asked ?? desks[0]?.organisationId;
  return { signedIn, memberships, desks, organisationId, choose };
}
