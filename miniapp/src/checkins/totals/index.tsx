import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { MonthRow } from '#shared/hours';
import type { District } from '#shared/vocabulary';
import { districts } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { chooseDistrict, districtOptions, useDistrict } from '../../district';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Tabs } from '../../ui/tabs/tabs';
import { useRoute } from '../../use-route';
import { Meanings } from '../meanings';
import { Months, typedWord } from '../months';

/** The hours of an organisation, or of the city and its districts, by month and grade: public numbers, no names. */
export default function TotalsPage() {
  const { organisationId } = useRouter().params;
  return (
    <Page id='totals' title='时长统计'>
      {organisationId === undefined ? <Area /> : <OfOrganisation organisationId={organisationId} />}
      <Meanings />
      <Card>
        <ListRow
          id='totals-roots'
          title='公开凭证'
          note='每天的全部工时有一个公开的指纹，谁都能核对'
          onPress={() => go('/checkins/roots/index')}
        />
      </Card>
    </Page>
  );
}

function OfOrganisation({ organisationId }: { organisationId: string }) {
  const answer = useRoute('GET /organisations/{organisationId}/totals', { organisationId });
  return (
    <Answer of={answer} shape='card'>
      {({ name, months }) => <Shown title={`${name}（含下级）`} months={months} />}
    </Answer>
  );
}

type Which = 'city' | 'district';

function Area() {
  const [which, choose] = useState<Which>('city');
  const district = useDistrict((it) => it.district);
  const city = useRoute('GET /totals', which === 'city' ? {} : undefined);
  const part = useRoute(
    'GET /districts/{district}/totals',
    which === 'district' ? { district } : undefined,
  );
  return (
    <>
      <Tabs
        id='totals-of'
        label='统计范围'
        items={[
          { value: 'city', text: '全市' },
          { value: 'district', text: '按区市' },
        ]}
        value={which}
        onChange={choose}
      />
      {which === 'district' && (
        <Card>
          <PickerField
            kind='option'
            id='totals-district'
            label='区市'
            options={districtOptions}
            value={district}
            onChange={(value) => chooseDistrict(value as District)}
          />
        </Card>
      )}
      <Answer of={which === 'city' ? city : part} shape='card'>
        {({ months }) => (
          <Shown title={which === 'city' ? '全市' : districts[district]} months={months} />
        )}
      </Answer>
    </>
  );
}

function Shown({ title, months }: { title: string; months: readonly MonthRow[] }) {
  if (months.length === 0) {
    return <Empty id='totals-none' title='还没有工时' text='有人完成服务后，这里会按月显示。' />;
  }
  return (
    <>
      <Card>
        <ListRow id='totals-sum' title={title} note={typedWord(months)} />
      </Card>
      <Months title='按月' months={months} />
    </>
  );
}
