package meanwhile.target;

import meanwhile.language.Remnant;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes the JSON Schema of profiles: the written part describes one operation, and this class
 * repeats it for each operation, with the facts of its answer, and for each kind of clean-up.
 */
final class ProfileSchema {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ProfileSchema() {}

    /**
     * The whole schema.
     *
     * @param written the schema without operations, and with {@code $defs/operation}
     */
    static String complete(String written) {
        ObjectNode schema = (ObjectNode) JSON.readTree(written);
        ObjectNode template = (ObjectNode) ((ObjectNode) schema.get("$defs")).remove("operation");
        ObjectNode operations = (ObjectNode) schema.at("/properties/operations/properties");
        for (String operation : Names.operations()) {
            ObjectNode described = template.deepCopy();
            ObjectNode facts = (ObjectNode) described.at("/properties/answer/properties");
            Names.facts(operation)
                    .forEach(fact -> facts.putObject(fact).put("$ref", "#/$defs/place"));
            operations.set(operation, described);
        }
        ObjectNode cleanUp = (ObjectNode) schema.at("/properties/clean-up/properties");
        for (Remnant.Kind kind : Remnant.ofGallery()) {
            ArrayNode ways = cleanUp.putObject(CleanUp.key(kind)).putArray("anyOf");
            ArrayNode words = ways.addObject().putArray("enum").add(CleanUp.NONE);
            if (kind.undo() != null) {
                words.add(kind.undo());
            }
            ways.add(template.deepCopy());
        }
        ObjectNode definitions = (ObjectNode) schema.get("$defs");
        definitions.set("thing", declared(template, "plural", "by"));
        definitions.set("deed", declared(template, "phrase", "noun", "plural", "undoes"));
        texts(definitions, "/thing/properties", "begins");
        texts(definitions, "/deed/properties", "does")
                .put("type", "string")
                .put("pattern", "^" + EffectsReader.FORM + "$")
                .put("description", EffectsReader.WAYS);
        ((ObjectNode) definitions.at("/thing/properties/by"))
                .putArray("enum")
                .add("member")
                .add("administrator");
        ((ArrayNode) definitions.at("/thing/required")).add("answer");
        ((ArrayNode) definitions.at("/deed/required")).add("phrase");
        return JSON.writeValueAsString(schema) + "\n";
    }

    /** Texts by facts; returns what one of them is. */
    private static ObjectNode texts(ObjectNode definitions, String place, String name) {
        ObjectNode facts = ((ObjectNode) definitions.at(place)).putObject(name);
        facts.put("type", "object");
        ObjectNode text = facts.putObject("additionalProperties");
        return name.equals("does") ? text : text.put("$ref", "#/$defs/text");
    }

    /** What a domain declares is sent like an operation, and its answer has facts of any name. */
    private static ObjectNode declared(ObjectNode template, String... words) {
        ObjectNode described = template.deepCopy();
        ObjectNode properties = (ObjectNode) described.get("properties");
        ObjectNode answer = (ObjectNode) properties.get("answer");
        answer.putObject("propertyNames").put("pattern", "^[a-z][a-z0-9-]*$");
        answer.putObject("additionalProperties").put("$ref", "#/$defs/place");
        for (String word : words) {
            properties.putObject(word).put("type", "string");
        }
        properties.set("clean-up", template.deepCopy());
        return described;
    }
}
