package org.pengjiang.kit.supervision;

/** Something that every replica does again and again. A bean of this type is found and run by {@link PeriodicJobs}. */
public interface PeriodicJob {
    /** Unique in the service; a label of metrics and the name of the thread. */
    String name();

    /** The pause after a round that went well; one that failed is repeated sooner at first. */
    Period period();

    /** One round. A long one asks {@link SupervisedLoop#goesOn} between two pieces of its work. */
    void round() throws Exception;
}
