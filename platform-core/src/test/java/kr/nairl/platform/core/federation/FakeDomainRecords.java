package kr.nairl.platform.core.federation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A domain name system of its own. */
@Component
@Primary
class FakeDomainRecords implements DomainRecords {

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();

    void set(String name, String... texts) {
        records.put(name, List.of(texts));
    }

    @Override
    public List<String> texts(String name) {
        return records.getOrDefault(name, List.of());
    }
}
