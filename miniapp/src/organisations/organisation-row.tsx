import type { OrganisationCard } from '#shared/organisations';
import { districts, organisationKinds } from '#shared/vocabulary';
import { go } from '../go';
import { ListRow } from '../ui/list-row/list-row';
import { Tag } from '../ui/tag/tag';

export type OrganisationRowProps = {
  organisation: OrganisationCard;
  /** Where a press leads; its page when absent. */
  onPress?: () => void;
};

/** 分队 · 市南区 */
export const kindWord = ({ kind, district }: Pick<OrganisationCard, 'kind' | 'district'>): string =>
  `${organisationKinds[kind]} · ${district ? districts[district] : '全市'}`;

/** One organisation in a list. */
export function OrganisationRow({ organisation, onPress }: OrganisationRowProps) {
  const { organisationId, name, state } = organisation;
  return (
    <ListRow
      id={`organisation-${organisationId}`}
      title={name}
      note={kindWord(organisation)}
      extra={state === 'frozen' ? <Tag tone='sun'>已冻结</Tag> : undefined}
      onPress={onPress ?? (() => go('/organisations/show/index', { organisationId }))}
    />
  );
}
