import { beijingDate, type PolicyPurpose, startOfBeijingDate } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

export const POLICY_VERSION = '2026-11';

const PURPOSES: readonly PolicyPurpose[] = [
  {
    key: 'service',
    title: '预约与看房联系',
    description: '用您的姓名和手机号，由一位置业顾问与您联系，安排看房并解答问题。',
    required: true,
  },
  {
    key: 'marketing',
    title: '项目动态与优惠通知',
    description: '在有新房源、活动或优惠时通知您。不同意不影响看房服务。',
    required: false,
  },
  {
    key: 'share-with-partners',
    title: '与合作机构共享',
    description: '在您需要贷款、装修等服务时，把必要的联系方式提供给合作机构。不同意不影响看房服务。',
    required: false,
  },
  {
    key: 'real-name',
    title: '实名领取现金奖励',
    description: '用您的姓名和身份证号核对收款人、办理现金奖励的发放。不同意不影响推荐好友，也不影响积分和物业费减免。',
    required: false,
    only: 'real-name',
  },
];

const BODY: readonly string[] = [
  '我们重视您的个人信息。本政策说明我们收集哪些信息、用来做什么、保存多久，以及您有哪些权利。',
  '我们收集您主动填写的姓名、手机号、称谓和购房意向，以及您在小程序内的预约与沟通记录。我们不会收集与服务无关的信息。',
  '我们只按您勾选的用途使用这些信息。每一项用途都可以单独同意，也可以随时在「我的」里撤回；撤回立即生效，不影响撤回之前已经完成的服务。',
  '您的手机号加密保存，同事平时只能看到中间四位被隐藏的号码；查看完整号码会留下记录。未经您单独同意，我们不会向任何其他机构提供您的信息。',
  '只有在您要领取现金奖励时，我们才请您填写身份证号。它加密保存，只用来核对收款人，同事看不到完整号码；撤回授权后随即删除。',
  '如果您没有购房，我们最长保存您的信息两年；购房后按法律要求保存合同所需的信息。到期后我们会删除或做匿名处理。',
  '您可以在小程序「我的」里查看和撤回授权。您还有权查询、更正、导出和删除自己的个人信息，或要求我们解释处理规则：请拨打售楼处电话，我们会在十五个工作日内答复。',
];

/** The privacy policy people are shown, agreed to purpose by purpose. In force since the beginning of the day. */
export async function seedPolicy({ tx, now }: Ground): Promise<void> {
  const row = { id: newId(), version: POLICY_VERSION, title: '归户个人信息保护政策', body: BODY, purposes: PURPOSES };
  await insertRows(tx, 'policies', [{ ...row, in_force_from: startOfBeijingDate(beijingDate(now)) }]);
}
