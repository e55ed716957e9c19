import type { MessageTemplate } from '../../template-catalogue';
import { simulatedTemplateId } from '../identity';
import type { SimulatedWechat } from '../simulated-wechat';
import { WechatError } from '../wire';
import type { ApiCall, ApiRoute } from './api-route';

/** Template messages of the official account, subscribe messages of the mini-program, and the lists of both. */
export function messageRoutes(wechat: SimulatedWechat): ApiRoute[] {
  const { oa, mp } = wechat.options.apps;
  const only = (appid: string, handle: (call: ApiCall) => object) => (call: ApiCall) => {
    if (call.appid !== appid) throw new WechatError(48001);
    return handle(call);
  };
  const on = (channel: 'template' | 'subscribe') => wechat.options.templates.filter((t) => t.channels.includes(channel));
  return [
    {
      path: '/cgi-bin/message/template/send',
      method: 'POST',
      needsToken: true,
      handle: only(oa.appid, ({ body, fault }) => sent(wechat, wechat.sending.sendTemplate(body, fault?.finishStatus))),
    },
    {
      path: '/cgi-bin/message/subscribe/send',
      method: 'POST',
      needsToken: true,
      handle: only(mp.appid, ({ body, fault }) => sent(wechat, wechat.sending.sendSubscribe(body, fault?.finishStatus))),
    },
    {
      path: '/cgi-bin/template/get_all_private_template',
      method: 'GET',
      needsToken: true,
      handle: only(oa.appid, () => ({ template_list: on('template').map(accountTemplate) })),
    },
    {
      path: '/wxaapi/newtmpl/gettemplate',
      method: 'GET',
      needsToken: true,
      handle: only(mp.appid, () => ({ errcode: 0, errmsg: 'ok', data: on('subscribe').map(subscribeTemplate) })),
    },
    { path: '/cgi-bin/message/wxopen/template/send', method: 'POST', needsToken: true, handle: () => gone(45103) },
    { path: '/cgi-bin/message/wxopen/template/uniform_send', method: 'POST', needsToken: true, handle: () => gone(45109) },
  ];
}

function sent(wechat: SimulatedWechat, msgid: bigint): object {
  wechat.changed();
  return { errcode: 0, errmsg: 'ok', msgid };
}

function gone(errcode: number): never {
  throw new WechatError(errcode);
}

const lines = (template: MessageTemplate, value: (field: { key: string; example: string }) => string) =>
  template.fields.map((field) => `${field.label}：${value(field)}\n`).join('');

function accountTemplate(template: MessageTemplate): object {
  return {
    template_id: simulatedTemplateId('template', template.key),
    title: template.title,
    primary_industry: '房地产',
    deputy_industry: '房地产服务',
    content: lines(template, ({ key }) => `{{${key}.DATA}}`),
    example: lines(template, ({ example }) => example),
  };
}

function subscribeTemplate(template: MessageTemplate): object {
  return {
    priTmplId: simulatedTemplateId('subscribe', template.key),
    title: template.title,
    content: lines(template, ({ key }) => `{{${key}.DATA}}`),
    example: lines(template, ({ example }) => example),
    type: 2,
  };
}
