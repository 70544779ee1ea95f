package org.pengjiang.localstack.postgres;

/**
 * One service's database and its two accounts.
 *
 * @param owner only Flyway connects with it
 * @param app what the service connects with; it may use the schema but not change it, and migrations grant it its rights
 */
public record ServiceDatabase(String name, String jdbcUrl, Account owner, Account app) {

    public record Account(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
