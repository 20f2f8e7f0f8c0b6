import type { Role } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import { Card } from '../../ui/card/card';
import { PickerField } from '../../ui/picker-field/picker-field';

/** Those of the memberships that carry one of the roles. */
export const withRole = (memberships: Membership[], ...roles: Role[]): Membership[] =>
  memberships.filter((it) => it.roles.some((role) => roles.includes(role)));

type Props = { among: Membership[]; value: string; onChange: (organisationId: string) => void };

/** For which organisation, when there are several; nothing to choose in one. */
export function OrganisationChoice({ among, value, onChange }: Props) {
  if (among.length < 2) return null;
  return (
    <Card>
      <PickerField
        id='organisation'
        label='组织'
        kind='option'
        value={value}
        options={among.map((it) => ({ value: it.organisationId, text: it.organisationName }))}
        onChange={onChange}
      />
    </Card>
  );
}
