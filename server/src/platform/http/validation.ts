import type { FieldError } from '@guihu/shared';
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { coded } from './coded-error';

/** Sentences for checks whose decorator gave none of its own. */
const SENTENCES: Record<string, (error: ValidationError) => string> = {
  whitelistValidation: (e) => `不支持的字段：${e.property.slice(0, 40)}`,
  isString: () => '请填写文字',
  isNotEmpty: () => '这一项不能为空',
  minLength: () => '内容太短，请补充',
  maxLength: () => '内容太长，请精简',
  isInt: () => '请填写整数',
  isNumber: () => '请填写数字',
  min: () => '数值太小，请检查',
  max: () => '数值太大，请检查',
  isIn: () => '请从给出的选项中选择',
  isEnum: () => '请从给出的选项中选择',
  isBoolean: () => '请选择是或否',
  isArray: () => '请提供列表',
  arrayMaxSize: () => '选择的项目太多',
  arrayMinSize: () => '请至少选择一项',
  isUuid: () => '编号格式不正确',
  isIso8601: () => '请填写正确的日期和时间',
  isObject: () => '内容格式不正确',
  nestedValidation: () => '内容格式不正确',
};

/** Class-validator with unknown fields refused and every refusal said in Chinese, field by field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrors(error, ''));
      return coded('request.invalid', fields[0]?.message, fields);
    },
  });

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    field: field.slice(0, 120),
    code,
    // A message of the decorator's own is Chinese; class-validator's defaults are English.
    message: /[一-鿿]/.test(message) ? message : (SENTENCES[code]?.(error) ?? '这一项填写有误，请检查'),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
