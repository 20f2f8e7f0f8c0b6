import { recoveryKey } from '../keys';
import type { At } from '../platform/table';
import { seal, unseal } from '../platform/vault';
import type { Recovery } from './recovery.rules';

export const recoveryAt = (organisation: string, recovery: string): At<Recovery> =>
  recoveryKey(organisation, recovery);

const placeOf = ({
  organisationId,
  recoveryId,
}: Pick<Recovery, 'organisationId' | 'recoveryId'>) => {
  const { pk, sk } = recoveryKey(organisationId, recoveryId);
  return `${pk} ${sk} phone`;
};
type Named = Pick<Recovery, 'organisationId' | 'recoveryId'>;

export const sealNewPhone = (recovery: Named, phone: string): string =>
  seal(phone, placeOf(recovery));
export const newPhoneOf = (recovery: Named, sealedPhone: string): string =>
  unseal(sealedPhone, placeOf(recovery));
