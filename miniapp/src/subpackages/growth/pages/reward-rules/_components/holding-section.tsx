import type { RewardRules } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { NumberBox } from '../../../_components/number-box/number-box';
import { SwitchRow } from '../../../_components/switch-row/switch-row';

type Holding = Pick<RewardRules, 'holdDays' | 'pointMonths' | 'visitPoints' | 'storyPoints'>;

interface Props {
  holding: Holding;
  current: Holding;
  mayEdit: boolean;
  onChange: (part: Partial<Holding>) => void;
}

/** How long a reward waits, and how long points last. */
export function HoldingSection({ holding, current, mayEdit, onChange }: Props) {
  const { holdDays, pointMonths, visitPoints, storyPoints } = holding;
  return (
    <Section title="挂账和积分">
      <Card flush>
        <SwitchRow
          title={mayEdit || holdDays === null ? '挂账最多多少天' : `挂账最多 ${holdDays} 天`}
          says={holdDays === null ? '只等回款：回款前一直挂账' : `签约后先挂账，回款就转审核；一直没有回款，满 ${holdDays} 天也转审核`}
          on={holdDays !== null}
          mayEdit={mayEdit}
          changed={holdDays !== current.holdDays}
          onChange={(on) => onChange({ holdDays: on ? (current.holdDays ?? 30) : null })}
        >
          {holdDays !== null && mayEdit ? (
            <NumberBox
              label="挂账天数"
              name="holdDays"
              value={holdDays}
              unit="天"
              most={365}
              onChange={(next) => onChange({ holdDays: next })}
            />
          ) : null}
        </SwitchRow>
        <SwitchRow
          title={mayEdit || pointMonths === null ? '积分有效期' : `积分有效期 ${pointMonths} 个月`}
          says={pointMonths === null ? '积分长期有效' : `积分到账 ${pointMonths} 个月后过期，先到账的先用`}
          on={pointMonths !== null}
          mayEdit={mayEdit}
          changed={pointMonths !== current.pointMonths}
          onChange={(on) => onChange({ pointMonths: on ? (current.pointMonths ?? 24) : null })}
        >
          {pointMonths !== null && mayEdit ? (
            <NumberBox
              label="积分有效月数"
              name="pointMonths"
              value={pointMonths}
              unit="个月"
              most={60}
              onChange={(next) => onChange({ pointMonths: next })}
            />
          ) : null}
        </SwitchRow>
        <SwitchRow
          title={mayEdit || visitPoints === null ? '到访得积分' : `到访得 ${visitPoints} 积分`}
          says={visitPoints === null ? '客户自己到访不给积分' : `客户本人到访得 ${visitPoints} 积分，一天只算一次`}
          on={visitPoints !== null}
          mayEdit={mayEdit}
          changed={visitPoints !== current.visitPoints}
          onChange={(on) => onChange({ visitPoints: on ? (current.visitPoints ?? 50) : null })}
        >
          {visitPoints !== null && mayEdit ? (
            <NumberBox
              label="到访积分"
              name="visitPoints"
              value={visitPoints}
              unit="积分"
              most={99_999}
              onChange={(next) => onChange({ visitPoints: next })}
            />
          ) : null}
        </SwitchRow>
        <SwitchRow
          title={mayEdit || storyPoints === null ? '业主故事得积分' : `业主故事得 ${storyPoints} 积分`}
          says={storyPoints === null ? '写业主故事不给积分' : `业主故事审核公开后得 ${storyPoints} 积分，一个月只算一次`}
          on={storyPoints !== null}
          mayEdit={mayEdit}
          changed={storyPoints !== current.storyPoints}
          onChange={(on) => onChange({ storyPoints: on ? (current.storyPoints ?? 100) : null })}
        >
          {storyPoints !== null && mayEdit ? (
            <NumberBox
              label="业主故事积分"
              name="storyPoints"
              value={storyPoints}
              unit="积分"
              most={99_999}
              onChange={(next) => onChange({ storyPoints: next })}
            />
          ) : null}
        </SwitchRow>
      </Card>
    </Section>
  );
}
