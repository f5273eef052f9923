package kr.nairl.platform.devservices;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database of the platform and its two roles: the owner, which migrates, and the app, which owns nothing and cannot
 * bypass row-level security.
 *
 * @param url JDBC, without user and password
 */
public record Database(String name, String url, String ownerPassword, String appPassword) {

    /** Owns the database and what is in it; row-level security holds for it too where it is forced. */
    public static final String OWNER = "platform_owner";

    /** May connect; anything else is granted by migrations. */
    public static final String APP = "platform_app";

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, OWNER, ownerPassword);
    }

    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(url, APP, appPassword);
    }
}
