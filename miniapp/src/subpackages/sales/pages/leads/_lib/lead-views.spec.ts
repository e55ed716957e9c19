import { permissionsOf } from '@guihu/shared';
import { viewAsked, viewsFor } from './lead-views';

const keys = (role: 'agent' | 'manager' | 'clerk', ofOther = false) =>
  viewsFor({ permissions: permissionsOf([role]), leads: role === 'manager', ofOther }).map(({ value }) => value);

it('begins with what is urgent for those who serve, with everything for a desk', () => {
  expect(keys('agent')).toEqual(['urgent', 'offered', 'accepted', 'pooled', 'all']);
  expect(keys('clerk')[0]).toBe('all');
});

it('shows who decides what waits for a decision', () => {
  expect(keys('manager')).toContain('escalated');
  expect(keys('agent')).not.toContain('escalated');
});

it('has no urgent list of somebody else', () => {
  expect(keys('manager', true)).not.toContain('urgent');
});

it('opens the view asked for, and the first one for a view that is not there', () => {
  const views = viewsFor({ permissions: permissionsOf(['agent']), leads: false, ofOther: false });
  expect(viewAsked('offered', views)).toBe('offered');
  expect(viewAsked('escalated', views)).toBe('urgent');
  expect(viewAsked(undefined, views)).toBe('urgent');
});
