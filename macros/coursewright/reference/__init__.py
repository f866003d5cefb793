"""What authors can write, shown from what the package itself reads: examples, fields, schemas."""

from coursewright.reference.pages import examples, fields, instrument_example, keys
from coursewright.reference.schemas import SCHEMAS, schema, write_schemas

__all__ = ["SCHEMAS", "examples", "fields", "instrument_example", "keys", "schema", "write_schemas"]
