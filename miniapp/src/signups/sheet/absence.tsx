import { Text } from '@tarojs/components';
import type { SignupSheet } from '#shared/signups';
import type { AbsenceReason } from '#shared/vocabulary';
import { absenceReasons } from '#shared/vocabulary';
import { call } from '../../api';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';

const options = (Object.keys(absenceReasons) as AbsenceReason[]).map((value) => ({
  value,
  text: absenceReasons[value],
}));

/** Did not come: one may say why. Nothing follows from it. */
export function Absence({
  sheet: { shiftId, absence },
  onChanged,
}: {
  sheet: SignupSheet;
  onChanged: () => Promise<void>;
}) {
  const { said, run } = useCommand();
  const explain = (reason: string) =>
    run(async () => {
      await call('PUT /shifts/{shiftId}/absence', { shiftId, reason: reason as AbsenceReason });
      await onChanged();
    });
  return (
    <Card id='sheet-absence' title='没有您的签到记录'>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Text>不会扣减您的时长。如果到场了，请联系组织者。</Text>
      <PickerField
        id='sheet-why'
        label='原因（选填，组织者能看到）'
        kind='option'
        value={absence ?? ''}
        options={options}
        onChange={(reason) => void explain(reason)}
      />
    </Card>
  );
}
