package org.accord.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;

/**
 * Takes from the engine what would keep objects, bytes and files as variables. Its flag against the serialization of Java
 * concerns values that arrive serialized; an object that arrives as one it would keep all the same.
 */
class PlainVariables extends AbstractProcessEnginePlugin {

    private static final List<String> REFUSED = List.of("serializable", "bytes", "file");

    @Override
    public void postInit(ProcessEngineConfigurationImpl settings) {
        VariableSerializers serializers = settings.getVariableSerializers();
        for (String name : REFUSED) {
            serializers.removeSerializer(serializers.getSerializerByName(name));
        }
    }
}
