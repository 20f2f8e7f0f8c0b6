import { PickerField } from '../../ui/picker-field/picker-field';
import { useRoute } from '../../use-route';

const oneself = 'oneself';

export type ForWhomProps = {
  chosen: string | undefined;
  onChoose: (volunteerId: string | undefined) => void;
};

/** Whom one signs up: oneself, or somebody one looks after. Nothing to choose for most people. */
export function ForWhom({ chosen, onChoose }: ForWhomProps) {
  const answer = useRoute('GET /me/dependants', {});
  const dependants = 'data' in answer ? answer.data.dependants : [];
  if (dependants.length === 0) return null;
  return (
    <PickerField
      id='sheet-for'
      label='为谁报名'
      kind='option'
      value={chosen ?? oneself}
      options={[
        { value: oneself, text: '我自己' },
        ...dependants.map(({ volunteerId, name }) => ({ value: volunteerId, text: name })),
      ]}
      onChange={(value) => onChoose(value === oneself ? undefined : value)}
    />
  );
}
