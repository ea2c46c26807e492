package com.bizosaas.adsdesk.domain.targeting;

/// A place that ads can be aimed at or kept from.
///
/// @param key Facebook's own key; the two-letter code of a country, `COUNTRY:code` of a postcode
/// @param region the region that a city or postcode lies in, empty where there is none
/// @param country two-letter code, empty for a group of countries
public record Place(Kind kind, String key, String name, String region, String country) {

    /// What a place is.
    public enum Kind {
        COUNTRY("country", "countries"),
        COUNTRY_GROUP("country_group", "country_groups"),
        REGION("region",
                "regions"),
        CITY("city", "cities"),
        POSTCODE("zip", "zips"),
        MARKET("geo_market",
                "geo_markets"),
        DISTRICT("electoral_district", "electoral_districts");

        private final String type;
        private final String list;

        Kind(String type, String list) {
            this.type = type;
            this.list = list;
        }

        /// The word that Facebook's search has for it.
        public String type() {
            return type;
        }

        /// The list in `geo_locations` that holds it.
        public String list() {
            return list;
        }

        /// For people: “postcode”.
        public String words() {
            return switch (this) {
                case COUNTRY -> "whole country";
                case COUNTRY_GROUP -> "group of countries";
                case REGION -> "region";
                case CITY -> "city";
                case POSTCODE -> "postcode";
                case MARKET -> "market area";
                case DISTRICT -> "electoral district";
            };
        }
    }
}
