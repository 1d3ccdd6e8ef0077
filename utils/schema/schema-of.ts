import * as z from 'zod/mini';

/** The type with all its fields, down to the last. */
type Complete<Value> = Value extends object
  ? { [Field in keyof Value]-?: Complete<Value[Field]> }
  : Value;

/** By identity: what may be assigned may still lack an optional field. */
type IsSame<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false;

/** No argument where schema and type say the same; else one that nobody has, so that the compiler objects. */
type SameShape<Value, Output> = IsSame<Value, Output> &
  IsSame<Complete<Value>, Complete<Output>> extends true
  ? []
  : [schemaAndTypeDiffer: never];

type Bind<Value> = <Schema extends z.ZodMiniType<Value>>(
  make: () => Schema,
  ...same: SameShape<Value, z.output<Schema>>
) => z.ZodMiniType<Value>;

/**
 * The schema of a type that is written elsewhere: a field, or a case, that only one of the two has is an error of the
 * compiler's, also where it is optional. So what is stored has one shape. It is made when something is read by it first:
 * a worker starts with dozens of them, and needs few.
 */
export function schemaOf<Value>(): Bind<Value> {
  return (make, ...same) => {
    void same;
    return z.lazy(make);
  };
}
