package kr.nairl.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;

/**
 * One OpenSearch node on this machine's loopback address, made of the published libraries: no plugin but its own
 * transport, nobody signs in, nothing outside this machine is spoken to. Ends when its standard input does, so it never
 * outlives whoever started it.
 */
final class SearchNode extends Node {

    private SearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "search-node"),
                List.of(new PluginInfo(
                        "transport-netty4",
                        "",
                        "NA",
                        Version.CURRENT,
                        "25",
                        "org.opensearch.transport.Netty4ModulePlugin",
                        null,
                        List.of(),
                        false)),
                false);
    }

    /** @param args an empty folder for its data, and the file that its address is written to once it answers */
    public static void main(String[] args) throws IOException, NodeValidationException {
        Path home = Path.of(args[0]);
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("path.home", home)
                .put("cluster.name", "search-node")
                .put("node.name", "search-node")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", "0")
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        try (SearchNode node = new SearchNode(settings)) {
            node.start();
            String address = node.injector()
                    .getInstance(org.opensearch.http.HttpServerTransport.class)
                    .boundAddress()
                    .publishAddress()
                    .toString();
            Path ready = Path.of(args[1]);
            Path writing = ready.resolveSibling(ready.getFileName() + ".writing");
            Files.writeString(writing, address);
            Files.move(writing, ready);
            while (System.in.read() >= 0) {
                // Stays until nobody holds the other end.
            }
        }
    }
}
