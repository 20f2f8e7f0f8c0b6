import { PickerField } from '../ui/picker-field/picker-field';
import type { useDesk } from './use-desk';

/** For whoever sits at more than one desk. */
export function DeskPicker({ desk }: { desk: ReturnType<typeof useDesk> }) {
  if (desk.desks.length < 2) return null;
  return (
    <PickerField
      id='desk-organisation'
      label='办理的组织'
      kind='option'
      value={desk.organisationId ?? ''}
      options={desk.desks.map((it) => ({ value: it.organisationId, text: it.organisationName }))}
      onChange={desk.choose}
    />
  );
}
