package meanwhile.history;

/** The lines of a small history file, as a test writes them. */
final class HistoryText {
    static final String PLAY = "{'play':{'round':1,'attempt':1,'collided':true,'names':{}}}";

    static final String CALL =
            "{'call':0,'phase':'when','actor':'Ben on his phone','member':'Ben',"
                    + "'device':'his phone','door':0,'gated':true,"
                    + "'operation':{'type':'cast-vote','image':'i-7','value':-1},"
                    + "'begun':1,'released':2,'firstByte':3,'ended':4,"
                    + "'outcome':{'type':'accepted','status':201,"
                    + "'answer':{'type':'vote-taken','id':'v-1'}}}";

    static final String END = "{'end':{'plays':1,'calls':1}}";

    private HistoryText() {}

    /** The first line. */
    static String first() {
        return json(
                "{'form':'meanwhile-history','version':1,'target':'t','feature':'f',"
                        + "'example':'e','seed':7}");
    }

    /** JSON, written with single quotes. */
    static String json(String text) {
        return text.replace('\'', '"');
    }
}
