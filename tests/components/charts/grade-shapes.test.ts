import { expect, test } from 'vitest';
import '@/components/basics/theme.css';
import { GRADE_SHAPES } from '@/components/charts/grade-shapes';
import { GRADES } from '@/utils/domain/trophies/grades';

test.each(GRADES)('%s has the shape that it has everywhere', (grade) => {
  const element = document.createElement('span');
  element.dataset['grade'] = grade;
  document.body.append(element);
  const shape = decodeURIComponent(getComputedStyle(element).getPropertyValue('--shape'));
  expect(/ d='([^']*)'/.exec(shape)?.[1]).toBe(GRADE_SHAPES[grade]);
});
