import { type ComplaintGrade, type Level3, SEVERITY_LABELS, severityOf } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';

interface Props {
  grade: ComplaintGrade;
  onChoose: (seriousness: Level3, scope: Level3) => void;
}

const LEVELS: readonly Level3[] = [1, 2, 3];
const SERIOUSNESS = { 1: '较小', 2: '影响生活', 3: '安全财产' } as const;
const SCOPE = { 1: '仅一户', 2: '本楼多户', 3: '整个小区' } as const;

/** The matrix 严重性 × 影响范围, drawn for the mood that was chosen; a tap on a place answers both questions. */
export function SeverityMatrix({ grade, onChoose }: Props) {
  return (
    <View className="severity-matrix">
      <View className="severity-matrix__row">
        <View className="severity-matrix__side t-small" />
        {LEVELS.map((scope) => (
          <View key={scope} className="severity-matrix__top t-small">
            {SCOPE[scope]}
          </View>
        ))}
      </View>
      {[...LEVELS].reverse().map((seriousness) => (
        <View key={seriousness} className="severity-matrix__row">
          <View className="severity-matrix__side t-small">{SERIOUSNESS[seriousness]}</View>
          {LEVELS.map((scope) => {
            const severity = severityOf({ ...grade, seriousness, scope });
            const on = grade.seriousness === seriousness && grade.scope === scope;
            return (
              <Tap
                key={scope}
                className={`severity-matrix__cell severity-matrix__cell--${severity} ${on ? 'severity-matrix__cell--on' : ''}`}
                label={`${SERIOUSNESS[seriousness]}、${SCOPE[scope]}：${SEVERITY_LABELS[severity]}`}
                pressed={on}
                onTap={() => onChoose(seriousness, scope)}
              >
                {SEVERITY_LABELS[severity]}
              </Tap>
            );
          })}
        </View>
      ))}
    </View>
  );
}
