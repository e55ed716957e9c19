import { type ComplaintGrade, type Level3, SEVERITIES, severityOf } from './severity';

const LEVELS: readonly Level3[] = [1, 2, 3];
const rank = (grade: ComplaintGrade) => SEVERITIES.indexOf(severityOf(grade));
const GRADES = LEVELS.flatMap((seriousness) => LEVELS.flatMap((scope) => LEVELS.map((mood) => ({ seriousness, scope, mood }))));

describe('severity of a complaint (J10)', () => {
  it.each([
    [1, ['minor', 'minor', 'serious']],
    [2, ['minor', 'serious', 'major']],
    [3, ['serious', 'major', 'major']],
  ] as const)('of seriousness %i grows with its reach', (seriousness, expected) => {
    expect(LEVELS.map((scope) => severityOf({ seriousness, scope, mood: 1 }))).toEqual(expected);
  });

  it.each(['seriousness', 'scope', 'mood'] as const)('is never less for a graver %s', (question) => {
    for (const grade of GRADES.filter((each) => each[question] < 3)) {
      expect(rank({ ...grade, [question]: (grade[question] + 1) as Level3 })).toBeGreaterThanOrEqual(rank(grade));
    }
  });

  it('is raised one step by an angry mood, and by nothing less', () => {
    for (const grade of GRADES.filter((each) => each.mood === 1)) {
      expect(rank({ ...grade, mood: 2 })).toBe(rank(grade));
      expect(rank({ ...grade, mood: 3 })).toBe(Math.min(rank(grade) + 1, 2));
    }
  });

  it('is never minor where safety or property is concerned', () => {
    expect(GRADES.filter((each) => each.seriousness === 3).map(severityOf)).not.toContain('minor');
  });
});
