import type { FieldError } from '@guihu/shared';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { coded } from './coded-error';

/** Sentences for checks whose decorator gave none of its own. */
export const SENTENCES: Record<string, (error: ValidationError) => string> = {
  whitelistValidation: (e) => unsupported(e.property).message,
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

/** Where a field stands; one without a name is named all the same. */
const placed = (path: string, key: string): string => (path ? `${path}.${key}` : key || '（空字段名）');

const unsupported = (field: string): FieldError => ({
  field: field.slice(0, 120),
  code: 'whitelistValidation',
  message: `不支持的字段：${field.slice(0, 40)}`,
});

/** No form of ours is deeper, and what follows recurses: a deeper one would only be there to exhaust the stack. */
const DEEPEST = 16;

/**
 * Names that every object answers to (`toString`, `constructor`): the transformer drops them in silence, so they are looked
 * for here.
 * @throws CodedError `request.malformed` for a body nested deeper than any form.
 */
function inheritedNames(value: unknown, path = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEEPEST) throw coded('request.malformed');
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = placed(path, key);
    return key === 'prototype' || key in Object.prototype ? [field] : inheritedNames(inner, field, depth + 1);
  });
}

/** More would say no more, and a body of nothing but unknown fields would get an answer larger than itself. */
const MOST_FIELDS = 50;

/** Class-validator with unknown fields refused and every refusal said in Chinese, field by field. */
@Injectable()
class StrictValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const alien = metadata.type === 'custom' ? [] : inheritedNames(value).slice(0, 10).map(unsupported);
    if (alien.length > 0) throw coded('request.invalid', alien[0]?.message, alien);
    return super.transform(value, metadata);
  }
}

export const validationPipe = (): ValidationPipe =>
  new StrictValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrors(error, '')).slice(0, MOST_FIELDS);
      return coded('request.invalid', fields[0]?.message, fields);
    },
  });

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = placed(path, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    field: field.slice(0, 120),
    code,
    // A message of the decorator's own is Chinese; class-validator's defaults are English.
    message: /[一-鿿]/.test(message) ? message : (SENTENCES[code]?.(error) ?? '这一项填写有误，请检查'),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
