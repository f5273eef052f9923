package kr.nairl.platform.core.federation.outside;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.core.federation.DomainRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the machine's own name servers, anew each time: whoever has just set a record waits for no cache of ours. */
@Component
class NameServers implements DomainRecords {

    private static final Logger LOG = LoggerFactory.getLogger(NameServers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public List<String> texts(String name) {
        try {
            Resolver servers = new ExtendedResolver();
            servers.setTimeout(PATIENCE);
            Lookup lookup = new Lookup(name + ".", Type.TXT);
            lookup.setResolver(servers);
            lookup.setCache(null);
            lookup.run();
            if (lookup.getResult() != Lookup.SUCCESSFUL) {
                LOG.info("no TXT records at {}: {}", name, lookup.getErrorString());
                return List.of();
            }
            return Stream.of(lookup.getAnswers())
                    .filter(TXTRecord.class::isInstance)
                    // A long text comes in several pieces that belong together (RFC 7208, 3.3).
                    .map(answer -> String.join("", ((TXTRecord) answer).getStrings()))
                    .toList();
        } catch (TextParseException unusable) {
            LOG.warn("{} is no name to ask for", name);
            return List.of();
        }
    }
}
