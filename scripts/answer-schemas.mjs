import path from 'node:path';
import typescript from 'typescript';

const { ObjectFlags, SymbolFlags, TypeFlags } = typescript;
const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
/** House rule: an instant is ISO 8601 in UTC, and its field is called `at` or ends so. */
const INSTANT = /^at$|At$/;

/**
 * What each route answers, read from the return types of the controllers: JSON Schema 2020-12 as OpenAPI 3.1 has it.
 * @param {typescript.Program} program that holds the controllers
 * @param {string} contracts file whose exported shapes are known to clients; `Problem` is always described
 * @returns {{schemas: object, answers: Record<string, object | null>, inputs: object}} `answers` by operation id, null for no body;
 *   `inputs` has the properties of request classes that are plain contract shapes, which decorators cannot describe
 * @throws Error naming the route whose answer JSON cannot carry
 */
export function answerSchemas(program, contracts) {
  const checker = program.getTypeChecker();
  const face = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(contracts)));
  const converter = new Converter(checker, namesOfUnions(face, checker));
  const answers = {};
  const inputs = {};
  for (const { node, symbol } of classesOf(program, checker)) {
    const routes = node.members.filter((member) => typescript.isMethodDeclaration(member) && hasDecorator(member, VERBS));
    for (const route of routes) {
      const id = `${symbol.name}_${route.name.getText()}`;
      const promised = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(route));
      answers[id] = converter.within(id, () => converter.answer(checker.getAwaitedType(promised)));
    }
    if (hasDecorator(node, new Set(['Controller']))) continue;
    const shapes = converter.within(symbol.name, () => contractProperties(node, checker, converter, path.dirname(contracts)));
    if (Object.keys(shapes).length > 0) inputs[symbol.name] = shapes;
  }
  const problem = face.find((symbol) => symbol.name === 'Problem');
  converter.within('Problem', () => converter.schema(checker.getDeclaredTypeOfSymbol(resolved(problem, checker))));
  return { schemas: sorted(converter.schemas), answers: sorted(answers), inputs: sorted(inputs) };
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const resolved = (symbol, checker) => (symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

/** `keyof typeof ROLES` forgets that it is called Role; the contracts remember, unless two of them mean the same words. */
function namesOfUnions(face, checker) {
  const names = new Map();
  for (const symbol of face.map((exported) => resolved(exported, checker)).filter(({ flags }) => flags & SymbolFlags.TypeAlias)) {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if (type.isUnion() && !type.aliasSymbol) names.set(type, names.has(type) ? null : symbol);
  }
  return names;
}

function* classesOf(program, checker) {
  for (const file of program.getSourceFiles()) {
    if (!/\.(controller|dto)\.ts$/.test(file.fileName) || file.isDeclarationFile) continue;
    for (const node of file.statements)
      if (typescript.isClassDeclaration(node)) yield { node, symbol: checker.getSymbolAtLocation(node.name) };
  }
}

const hasDecorator = (node, names) =>
  (typescript.getDecorators(node) ?? []).some(
    ({ expression }) => typescript.isCallExpression(expression) && names.has(expression.expression.getText()),
  );

/** Properties whose type is an interface of the contracts; a class or a word the decorators describe better. */
function contractProperties(node, checker, converter, folder) {
  const found = {};
  for (const member of node.members) {
    if (!typescript.isPropertyDeclaration(member)) continue;
    const type = checker.getNonNullableType(checker.getTypeAtLocation(member));
    const element = checker.isArrayType(type) ? checker.getTypeArguments(type)[0] : type;
    const declaration = element.symbol?.declarations?.[0];
    if (declaration && typescript.isInterfaceDeclaration(declaration) && declaration.getSourceFile().fileName.startsWith(`${folder}/`))
      found[member.name.getText()] = converter.schema(type);
  }
  return found;
}

class Converter {
  schemas = {};
  #types = new Map();
  #where = '';

  constructor(checker, namesOfUnions) {
    this.checker = checker;
    this.namesOfUnions = namesOfUnions;
  }

  /** Names the route in whatever is refused on the way. */
  within(where, work) {
    this.#where = where;
    return work();
  }

  /** Null where nothing is answered. */
  answer(type) {
    return type.flags & (TypeFlags.Void | TypeFlags.Undefined) ? null : this.schema(type);
  }

  schema(type) {
    const name = this.#nameOf(type);
    if (!name) return this.#inline(type);
    const known = this.#types.get(name);
    if (known && known !== type) this.#refuse(`two shapes are called ${name}`);
    if (!known) {
      this.#types.set(name, type);
      // Reserved before it is filled: a shape may hold itself.
      this.schemas[name] = {};
      Object.assign(this.schemas[name], described(this.#inline(type), this.#symbolOf(type), this.checker));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** `StaffLeadDetail`, `Page_TaskView`; nothing for shapes written in place. */
  #nameOf(type) {
    const symbol = this.#symbolOf(type);
    if (!symbol || isBuiltIn(symbol)) return null;
    const args = type.aliasSymbol
      ? type.aliasTypeArguments
      : type.objectFlags & ObjectFlags.Reference && this.checker.getTypeArguments(type);
    return [symbol, ...(args || [])].map((part) => this.#wordOf(part)).join('_');
  }

  #symbolOf(type) {
    const alias = type.aliasSymbol ?? this.namesOfUnions.get(type);
    return alias ?? (type.symbol && type.symbol.flags & SymbolFlags.Interface ? type.symbol : null);
  }

  #wordOf(part) {
    if ('escapedName' in part) return part.name;
    const name = this.#nameOf(part) ?? this.checker.typeToString(part);
    return /^\w+$/.test(name) ? name : this.#refuse(`${name} needs a name of its own to stand in a generic shape`);
  }

  #inline(type) {
    const { flags } = type;
    if (flags & (TypeFlags.Any | TypeFlags.Unknown)) return {};
    if (flags & TypeFlags.Null) return { type: 'null' };
    if (type.isUnion() && !(flags & TypeFlags.Boolean)) return this.#union(type);
    if (flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) return { type: typeof type.value, const: type.value };
    if (flags & TypeFlags.BooleanLiteral) return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
    if (flags & TypeFlags.StringLike) return { type: 'string' };
    if (flags & TypeFlags.Number) return { type: 'number' };
    if (flags & TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & (TypeFlags.Object | TypeFlags.Intersection)) return this.#object(type);
    return this.#refuse(`${this.checker.typeToString(type)} cannot be said in JSON`);
  }

  #union(type) {
    const parts = type.types.filter((part) => !(part.flags & TypeFlags.Undefined));
    const nullable = parts.some((part) => part.flags & TypeFlags.Null);
    if (nullable || parts.length < type.types.length) {
      // Without null and undefined it may have a name again.
      const rest = this.schema(this.checker.getNonNullableType(type));
      return nullable ? orNull(rest) : rest;
    }
    const words = parts.filter((part) => part.flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral));
    const isBoolean = parts.filter((part) => part.flags & TypeFlags.BooleanLiteral).length === 2;
    const others = parts.filter((part) => !words.includes(part) && !(isBoolean && part.flags & TypeFlags.BooleanLiteral));
    const choices = [
      ...(words.length > 0 ? [{ type: typeof words[0].value, enum: words.map((word) => word.value) }] : []),
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...others.map((part) => this.schema(part)),
    ];
    return choices.length === 1 ? choices[0] : { anyOf: choices };
  }

  #object(type) {
    const { checker } = this;
    if (checker.isTupleType(type)) {
      const prefixItems = checker.getTypeArguments(type).map((part) => this.schema(part));
      return { type: 'array', prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
    }
    if (checker.isArrayType(type)) return { type: 'array', items: this.schema(checker.getTypeArguments(type)[0]) };
    // A file that is streamed to the client; its route says which kind.
    if (type.symbol?.name === 'StreamableFile') return { type: 'string', format: 'binary' };
    const isClass = Boolean(type.symbol && type.symbol.flags & SymbolFlags.Class);
    if (
      isClass ||
      type.getCallSignatures().length > 0 ||
      (type.symbol && isBuiltIn(type.symbol) && !(type.objectFlags & ObjectFlags.Mapped))
    )
      this.#refuse(`${checker.typeToString(type)} is no plain data`);
    const properties = checker.getPropertiesOfType(type);
    const index = checker.getIndexTypeOfType(type, typescript.IndexKind.String);
    const required = properties.filter((property) => !(property.flags & SymbolFlags.Optional)).map((property) => property.name);
    return {
      type: 'object',
      ...(properties.length > 0 || !index
        ? { properties: Object.fromEntries(properties.map((property) => [property.name, this.#property(property)])) }
        : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.schema(index) } : {}),
    };
  }

  #property(symbol) {
    const schema = this.schema(this.checker.getTypeOfSymbol(symbol));
    const isText = [schema.type].flat().includes('string') && !schema.enum;
    const dated = INSTANT.test(symbol.name) && isText ? { ...schema, format: 'date-time' } : schema;
    return described(dated, symbol, this.checker);
  }

  #refuse(reason) {
    throw new Error(`The answer of ${this.#where} cannot be described: ${reason}.`);
  }
}

/** Of the language itself: `Record` and `Omit` name no shape of ours. */
const isBuiltIn = (symbol) =>
  (symbol.declarations ?? []).some((declaration) => /\/typescript\/lib\/lib\./.test(declaration.getSourceFile().fileName));

function orNull(schema) {
  if (schema.enum) return { ...schema, type: [schema.type, 'null'], enum: [...schema.enum, null] };
  if (typeof schema.type === 'string' && !('const' in schema)) return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
}

function described(schema, symbol, checker) {
  const description = typescript.displayPartsToString(symbol?.getDocumentationComment(checker)).trim();
  return description ? { ...schema, description } : schema;
}
