import { draft } from '#shared/drafts';
import type { Category } from '#shared/vocabulary';
import { categories } from '#shared/vocabulary';
import { filledBy, templates } from '../../../../../miniapp/src/activities/publish/templates';

const { title, description, risks } = draft.shape;

test.each(Object.entries(templates))('%s → words that the contract takes', (_category, told) => {
  expect(title.safeParse(told.title).success).toBe(true);
  expect(description.safeParse(told.description).success).toBe(true);
  expect(risks.safeParse(told.risks).success).toBe(true);
});

test('every category has one, and none lacks its risks', () => {
  expect(Object.keys(templates).sort()).toEqual(Object.keys(categories).sort());
});

test('what was typed stays; what a template had put there goes with the category', () => {
  const empty = { title: '', description: ' ', risks: '' };
  const first = filledBy('elders', empty);
  expect(first).toEqual(templates.elders);
  const typed = { ...first, title: '我们的活动' };
  const other: Category = 'emergency';
  expect(filledBy(other, typed)).toEqual({ ...templates[other], title: '我们的活动' });
});
