package org.accord.programme;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A value and where in the file it stands; lines count from one. */
record Located(String value, int line, String path) {

    static Located of(Node node, String path) {
        String value = node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node.getNodeId().name();
        return new Located(value, line(node), path);
    }

    Located with(String otherValue) {
        return new Located(otherValue, line, path);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
