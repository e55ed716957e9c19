/** The three questions of rule J10, each answered from 1 (slight) to 3 (grave). */
export const SERIOUSNESS_LEVELS = { 1: '影响较小', 2: '影响正常生活', 3: '涉及安全或财产损失' } as const;
export const SCOPE_LEVELS = { 1: '仅我家', 2: '本楼栋多户', 3: '整个小区' } as const;
export const MOOD_LEVELS = { 1: '平静反映', 2: '比较着急', 3: '非常不满' } as const;
export type Level3 = 1 | 2 | 3;

export interface ComplaintGrade {
  seriousness: Level3;
  scope: Level3;
  mood: Level3;
}

export const SEVERITIES = ['minor', 'serious', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { minor: '一般', serious: '较重', major: '重大' };

/**
 * Severity by matrix 严重性 × 影响范围, raised one step by an angry mood (J10). Major ones go to the manager (J14).
 * Safety or property is never minor, whoever is touched.
 */
const MATRIX: Readonly<Record<Level3, Readonly<Record<Level3, Severity>>>> = {
  1: { 1: 'minor', 2: 'minor', 3: 'serious' },
  2: { 1: 'minor', 2: 'serious', 3: 'major' },
  3: { 1: 'serious', 2: 'major', 3: 'major' },
};

export function severityOf({ seriousness, scope, mood }: ComplaintGrade): Severity {
  const base = SEVERITIES.indexOf(MATRIX[seriousness][scope]);
  return SEVERITIES[Math.min(base + (mood === 3 ? 1 : 0), SEVERITIES.length - 1)] as Severity;
}
