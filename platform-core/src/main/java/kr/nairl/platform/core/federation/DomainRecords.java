package kr.nairl.platform.core.federation;

import java.util.List;

/** The domain name system's TXT records. */
public interface DomainRecords {

    /**
     * The texts that stand at a name, each in one piece; empty when there are none or nobody answers.
     *
     * @param name fully qualified, without a dot at the end
     */
    List<String> texts(String name);
}
