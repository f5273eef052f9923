package kr.nairl.platform.api.shared;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the core's ids as what stands in an address or a body: a UUID as text. */
@Component
class IdSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (isId(Json31.mapper().constructType(type.getType()).getRawClass())) {
            Schema<Object> text = new Schema<>(SpecVersion.V31);
            text.addType("string");
            return text.format("uuid");
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static boolean isId(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts != null
                && parts.length == 1
                && parts[0].getType() == UUID.class
                && type.getSimpleName().endsWith("Id");
    }
}
