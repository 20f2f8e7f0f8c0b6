import type { Audience } from '#shared/organisations';
import type { Category } from '#shared/vocabulary';
import { categories } from '#shared/vocabulary';
import { Card } from '../ui/card/card';
import { Field } from '../ui/field/field';
import { useRoute } from '../use-route';
import { Choices } from './choices';

/** What is told of an organisation, as it is typed. */
export type Facts = {
  name: string;
  categories: Category[];
  specialities: string[];
  audiences: Audience[];
};
export const noFacts: Facts = { name: '', categories: [], specialities: [], audiences: [] };

const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.entries(words) as [K, string][]).map(([value, text]) => ({ value, text }));
const categoryOptions = optionsOf(categories);
const audienceOptions = optionsOf<Audience>({
  party: '党员',
  youth: '青年',
  women: '巾帼',
  elders: '银龄',
  children: '少年儿童',
  veterans: '退役军人',
  students: '学生',
});
const max = 5;

export type FactFieldsProps = {
  facts: Facts;
  /** Whose specialities can be chosen; none where it works in the whole city. */
  district: string | undefined;
  wrongName: string | undefined;
  onChange: (part: Partial<Facts>) => void;
};

/** Name, categories, the district's specialities, and for whom it is meant. */
export function FactFields({ facts, district, wrongName, onChange }: FactFieldsProps) {
  return (
    <Card title='组织资料'>
      <Field
        id='organisation-name'
        label='组织名称'
        maxLength={40}
        value={facts.name}
        error={wrongName}
        onChange={(name) => onChange({ name })}
      />
      <Choices
        id='organisation-categories'
        label='服务类别'
        options={categoryOptions}
        values={facts.categories}
        max={max}
        onChange={(chosen) => onChange({ categories: chosen })}
      />
      {district && (
        <SpecialityChoice
          district={district}
          values={facts.specialities}
          onChange={(specialities) => onChange({ specialities })}
        />
      )}
      <Choices
        id='organisation-audiences'
        label='面向人群'
        options={audienceOptions}
        values={facts.audiences}
        max={max}
        hint='只有管理员能看到，不会公开'
        onChange={(audiences) => onChange({ audiences })}
      />
    </Card>
  );
}

type SpecialityChoiceProps = {
  district: string;
  values: string[];
  onChange: (values: string[]) => void;
};

/** What is on the district's list, and what was chosen before it left the list. */
function SpecialityChoice({ district, values, onChange }: SpecialityChoiceProps) {
  const list = useRoute('GET /districts/{district}/specialities', {
    district: district as '370202',
  });
  const names = 'data' in list ? list.data.names : [];
  const all = [...names, ...values.filter((name) => !names.includes(name))];
  if (all.length === 0) return null;
  return (
    <Choices
      id='organisation-specialities'
      label='区市特色'
      options={all.map((name) => ({ value: name, text: name }))}
      values={values}
      max={max}
      onChange={onChange}
    />
  );
}

/** Why a name cannot be sent; undefined when it can. */
export const wrongName = (name: string): string | undefined =>
  name.trim() === '' ? '请填写组织名称' : undefined;
